import { collateralOf } from "../../lending/collateral-of.ts";
import { emptyPair } from "../../amm/pair.ts";
import { type Amounts, firstLiquidity, minimumLiquidity } from "../../amm/uniswap-v2.ts";
import { COINBASE, LENDING_MARKET, LP, OTHER_LPS, SIDE_PAIR } from "../../core/account-names.ts";
import type { Genesis } from "../../core/words.ts";
import { Holdings } from "./holdings.ts";
import { TwinLending } from "./twin-lending.ts";
import { TwinPool } from "./twin-pool.ts";
import { TwinState } from "./twin-state.ts";

/** The pools of a run, over the same balances. */
export interface TwinPools {
  readonly state: TwinState;
  readonly main: TwinPool;
  readonly side: TwinPool | null;
  readonly lending: TwinLending | null;
}

/** Accounts of the protocol, in the order in which a chain reports them. */
const PROTOCOL = ["zero", "pair", "router", "weth", "deployer", "coinbase"] as const;

/**
 * The state before the first block: everybody endowed, the first liquidity minted and shared out, the accumulators started at the genesis
 * timestamp. As on the chain, the deployer holds everything first and nothing afterwards.
 */
export function openTwinPools(genesis: Genesis): TwinPools {
  const { sidePool } = genesis;
  const holdings = new Holdings([
    ...PROTOCOL,
    ...(sidePool === null ? [] : [SIDE_PAIR]),
    ...(genesis.lending === null ? [] : [LENDING_MARKET]),
    ...genesis.endowments.map((each) => each.account),
  ]);
  const state = new TwinState(holdings);
  const pool = new TwinPool(state);
  const { base, quote } = genesis.pool;
  for (const each of genesis.endowments) {
    holdings.add(each.account, "base", each.base);
    holdings.add(each.account, "quote", each.quote);
    holdings.add(each.account, "gas", each.gas);
  }
  holdings.add(COINBASE, "gas", 1n);
  holdings.add("pair", "base", base);
  holdings.add("pair", "quote", quote);
  const side = sidePool === null ? null : openSidePool(state, sidePool, genesis.timestamp);
  const secured = collateralOf(genesis);
  if (genesis.lending !== null) {
    holdings.add(LENDING_MARKET, "base", secured);
    holdings.add(LENDING_MARKET, "quote", 1n);
  }
  // Every WETH is backed by ETH that the token's contract holds.
  holdings.add(
    "weth",
    "gas",
    genesis.endowments.reduce((sum, each) => sum + each.base, base + (sidePool?.base ?? 0n) + secured),
  );
  holdings.keep();
  const { fee } = genesis.pool;
  pool.pair = { ...emptyPair, updatedAt: genesis.timestamp >>> 0, ...(fee === undefined ? {} : { fee }) };
  const opened = state.attempt(genesis.timestamp, () => {
    pool.mint("deployer");
    const minted = holdings.of("deployer").liquidity;
    const share = (minted * BigInt(genesis.lpSharePpm)) / 1_000_000n;
    pool.transfer("liquidity", "deployer", LP, share);
    pool.transfer("liquidity", "deployer", OTHER_LPS, minted - share);
  });
  if (!opened.success) throw new RangeError(`no pool can start with ${base} base and ${quote} quote: ${opened.reason}`);
  const lending = genesis.lending === null ? null : new TwinLending(genesis.lending, pool, genesis.timestamp);
  return { state, main: pool, side, lending };
}

/** Its liquidity is locked at the zero address, so nobody is shown to hold it. */
function openSidePool(state: TwinState, { base, quote }: Amounts, timestamp: number): TwinPool {
  const side = new TwinPool(state, SIDE_PAIR);
  state.holdings.add(SIDE_PAIR, "base", base);
  state.holdings.add(SIDE_PAIR, "quote", quote);
  side.pair = { ...emptyPair, base, quote, supply: firstLiquidity(base, quote) + minimumLiquidity, updatedAt: timestamp >>> 0 };
  return side;
}
