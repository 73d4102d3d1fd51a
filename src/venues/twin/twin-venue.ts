import { effectivePrice } from "../../core/effective-price.ts";
import { BRIDGE, COINBASE, executorOf, usesRouter } from "../../core/account-names.ts";
import { paymentOf } from "../../core/payment-of.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, BlockEnv, Genesis, Outcome, Tx, Venue, VenueState } from "../../core/words.ts";
import { type BlockStart, startOf } from "./block-start.ts";
import { arbitrage } from "./executor-calls.ts";
import { flashArbitrage } from "./flash-executor.ts";
import { openTwinPools, type TwinPools } from "./genesis.ts";
import { addLiquidity, type Caller, removeLiquidity, trade } from "./router-calls.ts";
import type { TwinLending } from "./twin-lending.ts";
import type { TwinState } from "./twin-state.ts";
import { openTwinTrial } from "./twin-trial.ts";

/** How a transaction ended, as far as its gas depends on it. */
type Ending = "success" | "reverted" | "expired";

interface TwinOptions {
  /** Gas that a transaction uses: whether it is the first in its block to touch the pair, how it ended, and what else it met, count. */
  readonly gasOf: (tx: Tx, isFirst: boolean, ending: Ending, course: Course) => number;
}

interface Course {
  /** Whether nothing before it in its block has touched the second pool's pair. */
  readonly isFirstBeside: boolean;
  /** Amounts of the tokens' transfers, in order. */
  readonly transfers: readonly bigint[];
  readonly reason?: string;
}

const NO_LEAST = { base: 0n, quote: 0n };

/**
 * The published pool without a chain: the same blocks, outcomes and balances to the wei, gas as scheduled. It knows no hashes; its facts are
 * the height and the pair's price accumulators since the genesis.
 */
export function openTwinVenue(genesis: Genesis, { gasOf }: TwinOptions): Venue {
  const pools = openTwinPools(genesis);
  const { state: scene, main: pool } = pools;
  const read = (): VenueState => {
    const { base, quote, supply, fee } = pool.pair;
    return { pool: { base, quote, supply, ...(fee === undefined ? {} : { fee }) }, balances: scene.holdings.snapshot() };
  };
  let state = read();
  let height = 0;

  const executeOne = (tx: Tx, env: BlockEnv, isFirst: boolean, isFirstBeside: boolean): Outcome => {
    const { success, reason, effects } = scene.attempt(env.timestamp, () => carryOut(pools, tx));
    const ending = success ? "success" : reason?.endsWith("EXPIRED") === true ? "expired" : "reverted";
    const transfers = effects.flatMap((effect) => (effect.type === "transfer" ? [effect.amount] : []));
    const why = reason === undefined ? {} : { reason };
    const gasUsed = BigInt(gasOf(tx, isFirst, ending, { isFirstBeside, transfers, ...why }));
    payGas(scene, tx, env, gasUsed);
    return { tx, success, ...why, gasUsed, effects };
  };

  const executeAll = (env: BlockEnv, ordered: readonly Tx[], before: BlockStart): readonly Outcome[] =>
    ordered.map((tx) => executeOne(tx, env, pool.pair === before.main, pools.side?.pair === before.side));

  return {
    name: "twin",
    state: () => state,
    trial: (env) => openTwinTrial(pools, (txs, before) => executeAll(env, txs, before)),
    execute(env, ordered) {
      height += 1;
      const outcomes = executeAll(env, ordered, startOf(pools));
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

function carryOut(pools: TwinPools, { from, action }: Tx): void {
  const { state, main: pool } = pools;
  switch (action.kind) {
    case "arbitrage":
      arbitrage(pool, executorOf(from), action.side, action.amountIn, action.minAmountOut);
      return pay(state, from, paymentOf(action));
    case "flash-arbitrage":
      flashArbitrage(pools, executorOf(from), action.cheap, action.base, action.minProfit);
      return pay(state, from, paymentOf(action));
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
    case "poke":
      return lendingOf(pools).poke(from, action.price);
    case "observe":
      return lendingOf(pools).observe();
    case "kick":
    case "bid":
    case "settle":
    case "restart":
      return lendingOf(pools).call(from, action);
    case "cancel":
      return;
    case "raw":
      throw new CrashError("TWIN_RAW", "the twin knows no bytecode, and so no raw transactions");
  }
}

function lendingOf({ lending }: TwinPools): TwinLending {
  if (lending === null) throw new CrashError("TWIN_ACCOUNT", "the run has no lending market");
  return lending;
}

/** Some let the router move their tokens, as the chain's genesis has it. */
function caller(account: AccountId): Caller {
  return { account, approved: usesRouter(account) };
}

/** ETH that comes with a call, from the wallet through its executor to the builder. */
function pay({ holdings }: TwinState, from: AccountId, payment: bigint): void {
  if (payment === 0n) return;
  holdings.add(from, "gas", -payment);
  holdings.add(COINBASE, "gas", payment);
}

/** EIP-1559: the sender pays the lower of its cap and base fee plus tip; the base fee is burned, the rest is the builder's. */
function payGas({ holdings }: TwinState, tx: Tx, { baseFee }: BlockEnv, gas: bigint): void {
  const price = effectivePrice(tx, baseFee);
  if (holdings.of(tx.from).gas < gas * price) throw new CrashError("TWIN_GAS", `${tx.from} cannot pay its gas of ${gas * price} wei`);
  holdings.add(tx.from, "gas", -gas * price);
  holdings.add(COINBASE, "gas", gas * (price - baseFee));
  holdings.keep();
}
