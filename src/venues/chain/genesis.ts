import { collateralOf } from "../../lending/collateral-of.ts";
import { AbiCoder } from "ethers";
import { firstLiquidity } from "../../amm/uniswap-v2.ts";
import { BRIDGE, LENDER, LENDING_MARKET, usesRouter } from "../../core/account-names.ts";
import type { AccountId, Genesis } from "../../core/words.ts";
import { ownArtifact, publishedArtifact } from "./artifacts.ts";
import { GenesisBuilder } from "./genesis-builder.ts";
import { addressesOf, COINBASE, DEPLOYER, type Layout, layoutOf, walletAddress, ZERO_ADDRESS } from "./layout.ts";
import { buildLendingMarket } from "./lending-genesis.ts";
import { checkFirstSwaps, deployOwnPool, firstMintOfOwn, type OwnPool } from "./own-pool.ts";
import type { PoolBinding } from "./pool-binding.ts";
import { addressWord, type Provider, word } from "./rpc.ts";
import { SELECTOR } from "./selectors.ts";

const UNLIMITED = (1n << 256n) - 1n;
/** Of the reserves: what is swapped to see whether a pool of one's own takes it. */
const SMALL_SWAP = 1_000n;
/**
 * Builds the chain before the first block: Uniswap's published contracts, the tokens, the pool, the executors, and every account's endowment.
 * Afterwards nothing is ever minted; the deployer ends with nothing. Blocks cost nothing here: the base fee is zero.
 *
 * @param binding of a pool of one's own in the place of the published pair
 * @returns where everything stands; the last block carries the genesis timestamp
 */
export async function buildGenesis(provider: Provider, genesis: Genesis, binding: PoolBinding | null = null): Promise<Layout> {
  const builder = new GenesisBuilder(provider);
  const { sidePool } = genesis;
  const secured = collateralOf(genesis);
  const beside = { base: (sidePool?.base ?? 0n) + secured, quote: (sidePool?.quote ?? 0n) + (genesis.lending === null ? 0n : 1n) };
  const total = (asset: "base" | "quote"): bigint =>
    genesis.endowments.reduce((sum, each) => sum + each[asset], genesis.pool[asset] + beside[asset]);
  await builder.fund(DEPLOYER, total("base"));

  const weth = await builder.deploy(publishedArtifact("WETH9").bytecode);
  const usdc = await deployQuote(builder, total("quote"), binding?.terms.transferFee ?? 0);
  const factory = await builder.deploy(publishedArtifact("UniswapV2Factory").bytecode, addressWord(DEPLOYER));
  const publishedRouter = await builder.deploy(publishedArtifact("UniswapV2Router02").bytecode, addressWord(factory) + addressWord(weth));
  const { pair, router, baseIsToken0 } =
    binding === null
      ? await createPublished(builder, { factory, router: publishedRouter, weth, usdc })
      : await deployOwnPool(builder, binding, { weth, usdc });

  const sidePair = sidePool === null ? null : await createSidePair(builder, weth, usdc);
  const executors = new Map<AccountId, string>();
  for (const { account, type, owner } of genesis.endowments) {
    if (type === "wallet" || owner === undefined) continue;
    const [name, others] = executorFor(type, binding !== null, { pair, router, weth, usdc });
    const words = [walletAddress(owner), ...others].map(addressWord).join("");
    executors.set(account, await builder.deploy(ownArtifact(name).bytecode, words));
  }
  const addressOf = addressesOf(genesis, { pair, sidePair, router }, executors);
  await builder.call({ from: DEPLOYER, to: weth, data: SELECTOR.deposit, value: total("base") });
  await builder.seal();

  const send = (token: string, to: string, amount: bigint): Promise<void> =>
    amount === 0n
      ? Promise.resolve()
      : builder.call({ from: DEPLOYER, to: token, data: SELECTOR.transfer + addressWord(to) + word(amount) });
  for (const each of genesis.endowments) {
    const address = addressOf.get(each.account) ?? "";
    await send(weth, address, each.base);
    await send(usdc, address, each.quote - borrowed(each.account, genesis.lending));
    if (usesRouter(each.account)) await approveAll(builder, address, router, [weth, usdc, pair]);
  }
  await send(weth, pair, genesis.pool.base);
  await send(usdc, pair, genesis.pool.quote);
  const minted = binding === null ? await firstMint(builder, pair, genesis.pool) : await firstMintOfOwn(builder, pair, binding);
  if (binding !== null) {
    const part = (asset: "base" | "quote"): bigint => genesis.pool[asset] / SMALL_SWAP;
    const tokens = { base: { address: weth, amount: part("base") }, quote: { address: usdc, amount: part("quote") } };
    await checkFirstSwaps(builder, binding, { pair, router, baseIsToken0 }, { trader: addressOf.get(BRIDGE) ?? "", ...tokens });
  }
  const lpShare = (minted * BigInt(genesis.lpSharePpm)) / 1_000_000n;
  await send(pair, addressOf.get("lp") ?? "", lpShare);
  await send(pair, addressOf.get("other-lps") ?? "", minted - lpShare);
  if (sidePair !== null && sidePool !== null) {
    await send(weth, sidePair, sidePool.base);
    await send(usdc, sidePair, sidePool.quote);
    await builder.call({ from: DEPLOYER, to: sidePair, data: SELECTOR.mint + addressWord(ZERO_ADDRESS) });
  }
  await builder.seal();
  if (sidePair !== null) await builder.call({ from: DEPLOYER, to: sidePair, data: SELECTOR.sync });
  // Starts the pair's price accumulators, so that the run's first swap costs no more than the first of any other block.
  await builder.call({ from: DEPLOYER, to: pair, data: SELECTOR.sync });
  await builder.sealAt(genesis.timestamp);
  const lending = genesis.lending === null ? null : await buildLendingMarket(builder, genesis.lending, { weth, usdc, pair, addressOf });

  const accounts = new Map([...addressOf, ...(lending === null ? [] : [[LENDING_MARKET, lending.market] as const])]);
  const addresses = [...accounts.values()];
  const readerArguments = addressWord(pair) + addressWord(weth) + addressWord(usdc) + word(4 * 32) + word(addresses.length);
  const reader = await builder.deploy(ownArtifact("BalanceReader").bytecode, readerArguments + addresses.map(addressWord).join(""));
  await builder.sealAt(genesis.timestamp);
  for (const { account, gas } of genesis.endowments) {
    const address = addressOf.get(account);
    if (address !== undefined && gas > 0n) await builder.fund(address, gas);
  }
  // The first payment to an account that holds nothing costs 25,000 gas more than any other (EIP-161).
  await builder.fund(COINBASE, 1n);
  await builder.fund(DEPLOYER, 0n);
  return layoutOf({ pair, sidePair, router, reader, lending, baseIsToken0 }, accounts);
}

/** @returns liquidity of the deployer */
async function firstMint(builder: GenesisBuilder, pair: string, { base, quote }: Genesis["pool"]): Promise<bigint> {
  await builder.call({ from: DEPLOYER, to: pair, data: SELECTOR.mint + addressWord(DEPLOYER) });
  return firstLiquidity(base, quote);
}

async function deployQuote(builder: GenesisBuilder, supply: bigint, transferFee: number): Promise<string> {
  const [types, values] = [
    ["string", "string", "uint8", "uint256"],
    ["USD Coin", "USDC", 6, supply],
  ];
  const coder = AbiCoder.defaultAbiCoder();
  if (transferFee === 0) return builder.deploy(ownArtifact("FixedSupplyToken").bytecode, coder.encode(types, values).slice(2));
  const words = coder.encode([...types, "uint256"], [...values, Math.round(transferFee * 1e6)]);
  return builder.deploy(ownArtifact("FeeOnTransferToken").bytecode, words.slice(2));
}

/** The published pair, made by the published factory. */
async function createPublished(
  builder: GenesisBuilder,
  { factory, router, weth, usdc }: Pick<Layout, "factory" | "router" | "weth" | "usdc">,
): Promise<OwnPool> {
  await builder.call({ from: DEPLOYER, to: factory, data: SELECTOR.createPair + addressWord(weth) + addressWord(usdc) });
  await builder.seal();
  const pair = await builder.readAddress(factory, SELECTOR.getPair + addressWord(weth) + addressWord(usdc));
  return { pair, router, baseIsToken0: BigInt(weth) < BigInt(usdc) };
}

/** Contract of a searcher's stock, and what it is told beside its owner. */
function executorFor(
  type: "executor" | "flash-executor",
  isOwnPool: boolean,
  { pair, router, weth, usdc }: Pick<Layout, "pair" | "router" | "weth" | "usdc">,
): readonly ["ArbitrageExecutor" | "PairExecutor" | "FlashExecutor", readonly string[]] {
  if (type === "flash-executor") return ["FlashExecutor", [weth, usdc]];
  return isOwnPool ? ["PairExecutor", [router]] : ["ArbitrageExecutor", [pair]];
}

/** A factory makes one pair of two tokens: the second pool comes from a factory of its own, as a fork's does. */
async function createSidePair(builder: GenesisBuilder, weth: string, usdc: string): Promise<string> {
  const factory = await builder.deploy(publishedArtifact("UniswapV2Factory").bytecode, addressWord(DEPLOYER));
  await builder.call({ from: DEPLOYER, to: factory, data: SELECTOR.createPair + addressWord(weth) + addressWord(usdc) });
  await builder.seal();
  return builder.readAddress(factory, SELECTOR.getPair + addressWord(weth) + addressWord(usdc));
}

/** What a borrower gets from the lender when its position is opened, and the lender gives away. */
function borrowed(account: AccountId, lending: Genesis["lending"]): bigint {
  const positions = lending?.positions ?? [];
  if (account === LENDER) return -positions.reduce((sum, { debt }) => sum + debt, 0n);
  return positions.find(({ borrower }) => borrower === account)?.debt ?? 0n;
}

async function approveAll(builder: GenesisBuilder, owner: string, spender: string, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await builder.call({ from: owner, to: token, data: SELECTOR.approve + addressWord(spender) + word(UNLIMITED) });
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
