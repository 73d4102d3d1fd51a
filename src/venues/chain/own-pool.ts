import { AbiCoder, id, Interface } from "ethers";
import { InputError } from "../../core/errors.ts";
import { type Artifact, ownArtifact } from "./artifacts.ts";
import { decodeReason } from "./decode.ts";
import type { GenesisBuilder } from "./genesis-builder.ts";
import { DEPLOYER } from "./layout.ts";
import type { PoolBinding, PoolGround } from "./pool-binding.ts";
import { routerWords } from "./router-words.ts";
import { addressWord, word } from "./rpc.ts";
import { selector, SELECTOR } from "./selectors.ts";

/** Where a pool of one's own and its router stand. */
export interface OwnPool {
  readonly pair: string;
  readonly router: string;
  readonly baseIsToken0: boolean;
}

/**
 * Puts a pool of one's own between the run's tokens, and a router beside it.
 *
 * @throws InputError `POOL_REFUSES` where one of its functions reverts, with its reason, `POOL_NO_CODE` and `POOL_TOKENS`
 */
export async function deployOwnPool(
  builder: GenesisBuilder,
  pool: PoolBinding,
  { weth, usdc }: { readonly weth: string; readonly usdc: string },
): Promise<OwnPool> {
  const { name, terms, deploy } = pool;
  const ground = groundOf(builder, pool, weth, usdc);
  const pair = (await deploy(ground)).toLowerCase();
  await builder.seal();
  if ((await builder.codeAt(pair)) === "0x")
    throw new InputError("POOL_NO_CODE", `there is no contract at the address of the pool ${name}`, { value: pair });
  const [token0, token1] = [await ground.readAddress(pair, "token0()", []), await ground.readAddress(pair, "token1()", [])];
  if (new Set([token0, token1, weth, usdc]).size !== 2 || token0 === token1)
    throw new InputError("POOL_TOKENS", `the tokens of the pool ${name} are not those that it was given`, {
      value: `${token0}, ${token1}`,
      allowed: `${ground.token0}, ${ground.token1} in the one order or the other`,
    });
  const baseIsToken0 = token0 === weth;
  const router = await builder.deploy(ownArtifact("PairRouter").bytecode, addressWord(pair) + routerWords(terms, baseIsToken0));
  await builder.seal();
  return { pair, router, baseIsToken0 };
}

/**
 * The first liquidity of a pool of one's own, for what was sent to it.
 *
 * @returns how much of it the deployer has
 * @throws InputError `POOL_REFUSES`
 */
export async function firstMintOfOwn(builder: GenesisBuilder, pair: string, pool: PoolBinding): Promise<bigint> {
  const ask = asking(builder, pool);
  for (const [data, what] of [
    [SELECTOR.mint + addressWord(DEPLOYER), "its first mint"],
    [SELECTOR.sync, "sync()"],
  ] as const) {
    await ask(pair, data, what);
    await builder.call({ from: DEPLOYER, to: pair, data });
  }
  return BigInt(await ask(pair, selector("balanceOf(address)") + addressWord(DEPLOYER), "balanceOf(address)"));
}

/**
 * A small swap each way, which leaves nothing behind: whether the pool takes what its terms say that a swap costs.
 *
 * @param trader who holds both tokens
 * @throws InputError `POOL_FEE` where it does not, with its reason
 */
export async function checkFirstSwaps(
  builder: GenesisBuilder,
  binding: PoolBinding,
  { pair, router, baseIsToken0 }: OwnPool,
  { trader, base, quote }: { readonly trader: string; readonly base: TokenPart; readonly quote: TokenPart },
): Promise<void> {
  const { name, terms } = binding;
  for (const [token, isBase] of [
    [base, true],
    [quote, false],
  ] as const) {
    const refusal = await builder.tentatively(async () => {
      await builder.call({ from: trader, to: token.address, data: SELECTOR.transfer + addressWord(pair) + word(token.amount) });
      await builder.seal();
      const swap = selector("swapReceived(bool,uint256,address)") + word(isBase === baseIsToken0 ? 1 : 0) + word(0) + addressWord(trader);
      return (await builder.ask(router, swap, trader)).refusal;
    });
    if (refusal === null) continue;
    throw new InputError("POOL_FEE", `the pool ${name} refuses a swap at the price that its terms say: ${reasonOf(binding, refusal)}`, {
      value: terms.feeGetter ?? terms.quoteGetter ?? `a fee of ${terms.fee ?? 0}`,
      allowed: "its own fee, or a feeGetter or quoteGetter that says what a swap costs",
    });
  }
}

/** An amount of a token, in its smallest unit. */
interface TokenPart {
  readonly address: string;
  readonly amount: bigint;
}

/** Asks a contract of the pool's, in the deployer's name, after all that was sent. @throws InputError `POOL_REFUSES` when it reverts */
function asking(builder: GenesisBuilder, pool: PoolBinding): (to: string | undefined, data: string, what: string) => Promise<string> {
  const { name } = pool;
  return async (to, data, what) => {
    await builder.seal();
    const { answer, refusal } = await builder.ask(to, data);
    if (refusal === null) return answer;
    throw new InputError("POOL_REFUSES", `the pool ${name} reverts on ${what}: ${reasonOf(pool, refusal)}`, { value: name });
  };
}

function groundOf(builder: GenesisBuilder, pool: PoolBinding, weth: string, usdc: string): PoolGround {
  const { name } = pool;
  const [token0, token1] = BigInt(weth) < BigInt(usdc) ? [weth, usdc] : [usdc, weth];
  const asked = asking(builder, pool);
  const send = async (to: string | undefined, data: string, what: string): Promise<void> => {
    await asked(to, data, what);
    await builder.call({ from: DEPLOYER, ...(to === undefined ? {} : { to }), data });
    await builder.seal();
  };
  return {
    base: weth,
    quote: usdc,
    token0,
    token1,
    deployer: DEPLOYER,
    async deploy(artifact, args = []) {
      const code = creationCode(artifact, args);
      await asked(undefined, code, "its constructor");
      const address = await builder.deploy(code);
      await builder.seal();
      return address;
    },
    async make(artifact, args, initialize) {
      const maker = await builder.deploy(ownArtifact("PairMaker").bytecode);
      const initializer = initialize ? encode("initialize(address,address)", [token0, token1]) : "0x";
      await send(maker, encode("make(bytes,bytes)", [creationCode(artifact, args), initializer]), "its constructor or initialize");
      return builder.readAddress(maker, selector("pair()"));
    },
    call: (to, signature, args) => send(to, encode(signature, args), signature),
    async readAddress(to, signature, args) {
      const answer = await asked(to, encode(signature, args), signature);
      if (answer.length !== 66)
        throw new InputError("POOL_REFUSES", `the pool ${name} answers ${signature} with no address`, { value: answer });
      return `0x${answer.slice(-40)}`.toLowerCase();
    },
  };
}

function creationCode({ abi, bytecode }: Artifact, args: readonly unknown[]): string {
  const { deploy } = new Interface(abi as ConstructorParameters<typeof Interface>[0]);
  return bytecode + AbiCoder.defaultAbiCoder().encode(deploy.inputs, args).slice(2);
}

function encode(signature: string, args: readonly unknown[]): string {
  const types = signature.slice(signature.indexOf("(") + 1, -1);
  const encoded = types === "" ? "" : AbiCoder.defaultAbiCoder().encode(types.split(","), args).slice(2);
  return id(signature).slice(0, 10) + encoded;
}

/** Why a call was reverted: the pool's own error by name, or what all contracts say. */
function reasonOf({ errorName }: Pick<PoolBinding, "errorName">, refusal: string): string {
  return errorName?.(refusal) ?? decodeReason(refusal);
}
