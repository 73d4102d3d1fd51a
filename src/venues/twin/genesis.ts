import { emptyPair } from "../../amm/pair.ts";
import { LP, OTHER_LPS } from "../../core/account-names.ts";
import type { Genesis } from "../../core/words.ts";
import { Holdings } from "./holdings.ts";
import { TwinPool } from "./twin-pool.ts";

/** Accounts of the protocol, in the order in which a chain reports them. */
const PROTOCOL = ["zero", "pair", "router", "weth", "deployer", "coinbase"] as const;

/**
 * The state before the first block: everybody endowed, the first liquidity minted and shared out, the accumulators started at the genesis
 * timestamp. As on the chain, the deployer holds everything first and nothing afterwards.
 */
export function openTwinPool(genesis: Genesis): TwinPool {
  const holdings = new Holdings([...PROTOCOL, ...genesis.endowments.map((each) => each.account)]);
  const pool = new TwinPool(holdings);
  const { base, quote } = genesis.pool;
  for (const each of genesis.endowments) {
    holdings.add(each.account, "base", each.base);
    holdings.add(each.account, "quote", each.quote);
    holdings.add(each.account, "gas", each.gas);
  }
  holdings.add("pair", "base", base);
  holdings.add("pair", "quote", quote);
  // Every WETH is backed by ETH that the token's contract holds.
  holdings.add(
    "weth",
    "gas",
    genesis.endowments.reduce((sum, each) => sum + each.base, base),
  );
  holdings.keep();
  const { fee } = genesis.pool;
  pool.pair = { ...emptyPair, updatedAt: genesis.timestamp >>> 0, ...(fee === undefined ? {} : { fee }) };
  const opened = pool.attempt(genesis.timestamp, () => {
    pool.mint("deployer");
    const minted = holdings.of("deployer").liquidity;
    const share = (minted * BigInt(genesis.lpSharePpm)) / 1_000_000n;
    pool.transfer("liquidity", "deployer", LP, share);
    pool.transfer("liquidity", "deployer", OTHER_LPS, minted - share);
  });
  if (!opened.success) throw new RangeError(`no pool can start with ${base} base and ${quote} quote: ${opened.reason}`);
  return pool;
}
