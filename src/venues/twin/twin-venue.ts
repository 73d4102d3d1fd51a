import { BRIDGE, COINBASE, executorOf } from "../../core/account-names.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, BlockEnv, Genesis, Outcome, Tx, Venue, VenueState } from "../../core/words.ts";
import { arbitrage } from "./executor-calls.ts";
import { openTwinPool } from "./genesis.ts";
import { addLiquidity, type Caller, removeLiquidity, trade } from "./router-calls.ts";
import type { TwinPool } from "./twin-pool.ts";

/** How a transaction ended, as far as its gas depends on it. */
type Ending = "success" | "reverted" | "expired";

interface TwinOptions {
  /** Gas that a transaction uses: whether it is the first in its block to touch the pair, and how it ended, count. */
  readonly gasOf: (tx: Tx, firstInBlock: boolean, ending: Ending) => number;
}

const NO_LEAST = { base: 0n, quote: 0n };

/**
 * The published pool without a chain: the same blocks, outcomes and balances to the wei, gas as scheduled. It knows no hashes; its facts are
 * the height and the pair's price accumulators since the genesis.
 */
export function openTwinVenue(genesis: Genesis, { gasOf }: TwinOptions): Venue {
  const pool = openTwinPool(genesis);
  const read = (): VenueState => {
    const { base, quote, supply, fee } = pool.pair;
    return { pool: { base, quote, supply, ...(fee === undefined ? {} : { fee }) }, balances: pool.holdings.snapshot() };
  };
  let state = read();
  let height = 0;

  const executeOne = (tx: Tx, env: BlockEnv, isFirst: boolean): Outcome => {
    const { success, reason, effects } = pool.attempt(env.timestamp, () => carryOut(pool, tx));
    const ending = success ? "success" : reason?.endsWith("EXPIRED") === true ? "expired" : "reverted";
    const gasUsed = BigInt(gasOf(tx, isFirst, ending));
    payGas(pool, tx, env, gasUsed);
    return { tx, success, ...(reason === undefined ? {} : { reason }), gasUsed, effects };
  };

  return {
    name: "twin",
    state: () => state,
    execute(env, ordered) {
      const before = pool.pair;
      height += 1;
      const outcomes = ordered.map((tx) => executeOne(tx, env, pool.pair === before));
      if (ordered.length > 0) state = read();
      return outcomes;
    },
    facts() {
      const { basePriceCumulative, quotePriceCumulative } = pool.pair;
      return { height, basePriceCumulative: basePriceCumulative.toString(), quotePriceCumulative: quotePriceCumulative.toString() };
    },
    close() {},
  };
}

function carryOut(pool: TwinPool, { from, action }: Tx): void {
  switch (action.kind) {
    case "arbitrage":
      return arbitrage(pool, executorOf(from), action.side, action.amountIn, action.minAmountOut);
    case "withdraw":
      return pool.transfer(action.asset, executorOf(from), BRIDGE, action.amount);
    case "trade":
      return trade(pool, caller(from), action.side, action.amountIn, action.minAmountOut, BigInt(action.deadline));
    case "transfer":
      return pool.transfer(action.asset, from, action.to, action.amount);
    case "add-liquidity":
      return addLiquidity(pool, caller(from), action, NO_LEAST, BigInt(action.deadline));
    case "remove-liquidity":
      return removeLiquidity(pool, caller(from), action.liquidity, NO_LEAST, BigInt(action.deadline));
    case "cancel":
      return;
  }
}

/** Traders and the other liquidity providers let the router move their tokens, as the chain's genesis has it. */
function caller(account: AccountId): Caller {
  return { account, approved: account.startsWith("trader-") || account === "other-lps" };
}

/** EIP-1559: the sender pays the lower of its cap and base fee plus tip; the base fee is burned, the rest is the builder's. */
function payGas({ holdings }: TwinPool, tx: Tx, { baseFee }: BlockEnv, gas: bigint): void {
  const withTip = baseFee + tx.maxPriorityFeePerGas;
  const price = tx.maxFeePerGas < withTip ? tx.maxFeePerGas : withTip;
  if (holdings.of(tx.from).gas < gas * price) throw new CrashError("TWIN_GAS", `${tx.from} cannot pay its gas of ${gas * price} wei`);
  holdings.add(tx.from, "gas", -gas * price);
  holdings.add(COINBASE, "gas", gas * (price - baseFee));
  holdings.keep();
}
