import { AbiCoder } from "ethers";
import { firstLiquidity } from "../../amm/uniswap-v2.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, Endowment, Genesis } from "../../core/words.ts";
import { ownArtifact, publishedArtifact } from "./artifacts.ts";
import { DEPLOYER, deployedAddress, type Layout, layoutOf, walletAddress } from "./layout.ts";
import { addressWord, type Provider, quantity, word } from "./rpc.ts";
import { SELECTOR } from "./selectors.ts";

const UNLIMITED = (1n << 256n) - 1n;
const GENESIS_GAS = 8_000_000;
/** Transactions of a genesis block: few enough that their gas limits fit. */
const BATCH = 6;

interface Request {
  readonly from: string;
  readonly to?: string;
  readonly data: string;
  readonly value?: bigint;
}

/**
 * Builds the chain before the first block: Uniswap's published contracts, the tokens, the pool, the executors, and every account's endowment.
 * Afterwards nothing is ever minted; the deployer ends with nothing. Blocks cost nothing here: the base fee is zero.
 *
 * @returns where everything stands; the last block carries the genesis timestamp
 */
export async function buildGenesis(provider: Provider, genesis: Genesis): Promise<Layout> {
  const builder = new GenesisBuilder(provider);
  const total = (asset: "base" | "quote"): bigint => genesis.endowments.reduce((sum, each) => sum + each[asset], genesis.pool[asset]);
  await builder.fund(DEPLOYER, total("base"));

  const usdcArguments = AbiCoder.defaultAbiCoder().encode(
    ["string", "string", "uint8", "uint256"],
    ["USD Coin", "USDC", 6, total("quote")],
  );
  const weth = await builder.deploy(publishedArtifact("WETH9").bytecode);
  const usdc = await builder.deploy(ownArtifact("FixedSupplyToken").bytecode, usdcArguments.slice(2));
  const factory = await builder.deploy(publishedArtifact("UniswapV2Factory").bytecode, addressWord(DEPLOYER));
  const router = await builder.deploy(publishedArtifact("UniswapV2Router02").bytecode, addressWord(factory) + addressWord(weth));
  await builder.call({ from: DEPLOYER, to: factory, data: SELECTOR.createPair + addressWord(weth) + addressWord(usdc) });
  await builder.seal();
  const pair = await builder.readAddress(factory, SELECTOR.getPair + addressWord(weth) + addressWord(usdc));

  const executors = new Map<AccountId, string>();
  for (const { account, type, owner } of genesis.endowments) {
    if (type !== "executor" || owner === undefined) continue;
    const code = ownArtifact("ArbitrageExecutor").bytecode;
    executors.set(account, await builder.deploy(code, addressWord(walletAddress(owner)) + addressWord(pair)));
  }
  const reader = deployedAddress(builder.deployerNonce);
  const layout = layoutOf(genesis, pair, reader, executors);
  const accounts = [...layout.addressOf.values()];
  const readerArguments = addressWord(pair) + addressWord(weth) + addressWord(usdc) + word(4 * 32) + word(accounts.length);
  await builder.deploy(ownArtifact("BalanceReader").bytecode, readerArguments + accounts.map(addressWord).join(""));
  await builder.call({ from: DEPLOYER, to: weth, data: SELECTOR.deposit, value: total("base") });
  await builder.seal();

  const send = (token: string, to: string, amount: bigint): Promise<void> =>
    amount === 0n
      ? Promise.resolve()
      : builder.call({ from: DEPLOYER, to: token, data: SELECTOR.transfer + addressWord(to) + word(amount) });
  for (const each of genesis.endowments) {
    const address = layout.addressOf.get(each.account) ?? "";
    await send(weth, address, each.base);
    await send(usdc, address, each.quote);
    if (needsRouter(each)) await approveAll(builder, address, router, [weth, usdc, pair]);
  }
  await send(weth, pair, genesis.pool.base);
  await send(usdc, pair, genesis.pool.quote);
  await builder.call({ from: DEPLOYER, to: pair, data: SELECTOR.mint + addressWord(DEPLOYER) });
  const minted = firstLiquidity(genesis.pool.base, genesis.pool.quote);
  const lpShare = (minted * BigInt(genesis.lpSharePpm)) / 1_000_000n;
  await send(pair, layout.addressOf.get("lp") ?? "", lpShare);
  await send(pair, layout.addressOf.get("other-lps") ?? "", minted - lpShare);
  await builder.seal();
  // Starts the pair's price accumulators, so that the run's first swap costs no more than the first of any other block.
  await builder.call({ from: DEPLOYER, to: pair, data: SELECTOR.sync });
  await builder.seal(genesis.timestamp);

  for (const { account, gas } of genesis.endowments) {
    const address = layout.addressOf.get(account);
    if (address !== undefined && gas > 0n) await builder.fund(address, gas);
  }
  await builder.fund(DEPLOYER, 0n);
  return layout;
}

/** Traders and liquidity providers go through the router, which moves their tokens for them. */
function needsRouter(endowment: Endowment): boolean {
  return endowment.account.startsWith("trader-") || endowment.account === "other-lps";
}

async function approveAll(builder: GenesisBuilder, owner: string, spender: string, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await builder.call({ from: owner, to: token, data: SELECTOR.approve + addressWord(spender) + word(UNLIMITED) });
  }
}

/** Sends free transactions and seals them in blocks, and refuses to go on when one was reverted. */
class GenesisBuilder {
  readonly #provider: Provider;
  readonly #nonces = new Map<string, number>();
  #hashes: string[] = [];

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  get deployerNonce(): number {
    return this.#nonces.get(DEPLOYER) ?? 0;
  }

  async fund(address: string, wei: bigint): Promise<void> {
    await this.#provider.request({ method: "hardhat_setBalance", params: [address, quantity(wei)] });
  }

  async deploy(bytecode: string, constructorWords = ""): Promise<string> {
    const address = deployedAddress(this.deployerNonce);
    await this.call({ from: DEPLOYER, data: bytecode + constructorWords });
    return address;
  }

  async call(request: Request): Promise<void> {
    if (!this.#nonces.has(request.from)) {
      await this.#provider.request({ method: "hardhat_impersonateAccount", params: [request.from] });
    }
    const nonce = this.#nonces.get(request.from) ?? 0;
    this.#nonces.set(request.from, nonce + 1);
    const transaction = {
      from: request.from,
      ...(request.to === undefined ? {} : { to: request.to }),
      data: request.data,
      value: quantity(request.value ?? 0n),
      gas: quantity(GENESIS_GAS),
      nonce: quantity(nonce),
      maxFeePerGas: "0x0",
      maxPriorityFeePerGas: "0x0",
    };
    this.#hashes.push((await this.#provider.request({ method: "eth_sendTransaction", params: [transaction] })) as string);
    if (this.#hashes.length >= BATCH) await this.seal();
  }

  /** Mines what was sent; the time moves on by a second, or to the one given. */
  async seal(timestamp?: number): Promise<void> {
    await this.#provider.request({ method: "hardhat_setNextBlockBaseFeePerGas", params: ["0x0"] });
    await this.#provider.request({ method: "evm_mine", params: timestamp === undefined ? [] : [quantity(timestamp)] });
    for (const hash of this.#hashes) {
      const receipt = (await this.#provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as { status: string } | null;
      if (receipt?.status !== "0x1")
        throw new CrashError(
          "CHAIN_GENESIS",
          "the chain refused to set up the pool or its accounts; is the pool too large for its prices?",
        );
    }
    this.#hashes = [];
  }

  async readAddress(to: string, data: string): Promise<string> {
    const answer = (await this.#provider.request({ method: "eth_call", params: [{ to, data }, "latest"] })) as string;
    return `0x${answer.slice(-40)}`.toLowerCase();
  }
}

/** Nonce that each wallet of the run has on the chain when the run starts. */
export async function startNonces(provider: Provider, layout: Layout, genesis: Genesis): Promise<ReadonlyMap<AccountId, number>> {
  const nonces = new Map<AccountId, number>();
  for (const { account, type } of genesis.endowments) {
    if (type !== "wallet") continue;
    const address = layout.addressOf.get(account);
    await provider.request({ method: "hardhat_impersonateAccount", params: [address] });
    nonces.set(account, Number(await provider.request({ method: "eth_getTransactionCount", params: [address, "latest"] })));
  }
  return nonces;
}
