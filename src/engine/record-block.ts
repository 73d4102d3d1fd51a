import { CrashError } from "../core/errors.ts";
import { valueAt, valueNumber } from "../core/units.ts";
import type { AccountId, BlockEnv, Outcome, PoolState, Tx, Value } from "../core/words.ts";
import type { Prediction, SwapEntry } from "../ledger/chain-entries.ts";
import { hasReferenceStock } from "../ledger/has-reference-stock.ts";
import { fillPostings } from "../ledger/reference-entries.ts";
import { reportedEntries } from "../ledger/reported-entries.ts";
import { withImpliedFees } from "../ledger/with-implied-fees.ts";
import { hasStrangers } from "./has-strangers.ts";
import { effectivePrice } from "../core/effective-price.ts";
import { type GasCourse, type GasStatus, scheduledGas } from "../mempool/gas-schedule.ts";
import type { Moment } from "./moment.ts";
import { post, type Simulation } from "./simulation.ts";
import { followTransfer } from "./transfers.ts";
import type { World } from "./world.ts";

/** A swap and its place in its block, or a change of liquidity; with the pool's gain at the block's price. */
export interface PoolEvent {
  readonly index: number;
  readonly swap: SwapEntry | null;
  readonly before: PoolState;
  readonly after: PoolState;
  /** Change of the pool's value at S(t). */
  readonly gain: Value;
}

/** A transaction as the ledger has it. */
export interface Entry {
  readonly outcome: Outcome;
  readonly prediction: Prediction;
  /** Paid for gas as scheduled, and what of it was burned, wei. */
  readonly gasFee: bigint;
  readonly burned: bigint;
}

/** What a block did, as the ledger has it. */
export interface BlockRecord {
  /** One a transaction, in the order of the block. */
  readonly entries: readonly Entry[];
  readonly events: readonly PoolEvent[];
  readonly gasUsed: bigint;
}

/** Posts a block's outcomes: what moved, what gas cost, and what follows at the reference market. */
export function recordBlock(
  world: World,
  sim: Simulation,
  moment: Moment,
  env: BlockEnv,
  ordered: readonly Tx[],
  outcomes: readonly Outcome[],
): BlockRecord {
  checkOrder(moment.block, ordered, outcomes);
  const events: PoolEvent[] = [];
  const entries: Entry[] = [];
  let gasUsed = 0n;
  let [touched, touchedBeside] = [false, false];
  for (const [index, outcome] of outcomes.entries()) {
    const beside = { side: sim.sidePool, lending: sim.lending, time: moment.time };
    const isRaw = outcome.tx.action.kind === "raw";
    const isOwn = world.ownPool !== undefined;
    const isReported = isOwn || (world.visitors !== undefined && (isRaw || hasStrangers(sim)));
    const reported = isReported ? reportedEntries(outcome, sim.pool, beside) : sim.parts.predict(outcome, sim.pool, beside);
    const prediction = isOwn ? withImpliedFees(reported) : reported;
    // Who adds or removes liquidity swaps tokens for a claim of the same worth: nobody gains by it.
    if (prediction.swap === null && prediction.pool !== sim.pool) sim.accounts.post(prediction.postings);
    else post(sim, prediction.postings, moment.priceAfter);
    const { gas, price } = chargeGas(sim, moment, env, outcome, {
      isFirst: !touched,
      isFirstBeside: !touchedBeside,
      isMeasured: isRaw || isOwn,
    });
    entries.push({ outcome, prediction, gasFee: gas * price, burned: gas * env.baseFee });
    gasUsed += gas;
    if (prediction.pool !== sim.pool) {
      events.push(...poolEvents(index, prediction, sim.pool, moment));
      touched = true;
    }
    sim.pool = prediction.pool;
    sim.lending = prediction.lending?.book ?? sim.lending;
    if (prediction.side !== undefined) {
      sim.sidePool = prediction.side.pool;
      touchedBeside = true;
    }
    followTransfer(sim, outcome, moment.time + world.settings.agents.settlementSeconds, moment.priceAfter);
  }
  sim.poolsBefore = [{ main: sim.pool, side: sim.sidePool }, ...sim.poolsBefore].slice(0, 1 + longestLatency(world));
  for (const { swap } of events) if (swap !== null && hasReferenceStock(swap.tx.sender)) closeAtReference(world, sim, moment, swap);
  return { events, entries, gasUsed };
}

/** @throws CrashError `VENUE_ORDER` when the venue executed another list than it was given */
function checkOrder(block: number, ordered: readonly Tx[], outcomes: readonly Outcome[]): void {
  if (outcomes.length === ordered.length && outcomes.every(({ tx }, i) => tx.id === ordered[i]?.id)) return;
  throw new CrashError("VENUE_ORDER", `the venue did not execute block ${block} in the order that it was given`);
}

function poolEvents(index: number, { swap, pool, steps }: Prediction, start: PoolState, moment: Moment): readonly PoolEvent[] {
  const onPool = steps?.filter((step) => step.pool === "pair") ?? [{ swap, before: start, after: pool }];
  return onPool.map(({ swap: each, before, after }) => {
    const gain = valueAt(after.base - before.base, after.quote - before.quote, moment.priceAfter);
    return { index, swap: each, before, after, gain };
  });
}

/** Units of gas, and the wei paid for each. */
interface GasCharge {
  readonly gas: bigint;
  readonly price: bigint;
}

/** Whether a transaction is the first of its block on a pool, and whether its gas is charged as measured. */
interface GasTerms {
  readonly isFirst: boolean;
  readonly isFirstBeside: boolean;
  readonly isMeasured: boolean;
}

/** Charges the scheduled gas, of a raw transaction and around a user's own pool the measured, and keeps beside it what the venue measured. */
function chargeGas(
  sim: Simulation,
  moment: Moment,
  env: BlockEnv,
  outcome: Outcome,
  { isFirst, isFirstBeside, isMeasured }: GasTerms,
): GasCharge {
  const { tx, gasUsed } = outcome;
  const status: GasStatus = outcome.success ? "success" : (outcome.reason ?? "").endsWith("EXPIRED") ? "expired" : "reverted";
  const gas = isMeasured ? gasUsed : BigInt(scheduledGas(tx.action, isFirst, status, courseOf(outcome, isFirstBeside)));
  const price = effectivePrice(tx, env.baseFee);
  post(sim, sim.parts.gasPostings(tx.from, gas, price, env.baseFee), moment.priceAfter);
  sim.gasMeter.note(tx.from, tx.action.kind, status, gas, gasUsed, price, env.baseFee);
  sim.counts.mined(outcome, moment.block, valueNumber(gas * price * moment.priceAfter));
  return { gas, price };
}

/** An arbitrageur's other leg, at S(t): buys back what it sold to the pool, sells what it bought, as far as its stock there reaches. */
function closeAtReference(world: World, sim: Simulation, moment: Moment, swap: SwapEntry): void {
  const account: AccountId = swap.tx.from;
  const { cost } = world.settings.market;
  const { action } = swap.tx;
  // What somebody else has left in the pair was not the arbitrageur's.
  const sold = action.kind === "arbitrage" ? action.amountIn : swap.amountIn;
  const wanted = swap.side === "sell" ? sold : -swap.amountOut;
  const fill = sim.reference.quote(affordable(sim, account, wanted, moment, cost), moment.priceAfter, cost);
  post(sim, fillPostings(account, fill), moment.priceAfter);
  sim.reference.remember(fill.base);
}

function affordable(sim: Simulation, account: AccountId, base: bigint, moment: Moment, cost: number): bigint {
  if (base < 0n) {
    const held = sim.accounts.balance(account, "reference", "base");
    return -base < held ? base : -held;
  }
  const { quote, cost: fee, impact } = sim.reference.quote(base, moment.priceAfter, cost);
  const asked = quote + fee + impact;
  const money = sim.accounts.balance(account, "reference", "quote");
  return asked <= money ? base : (base * money) / (asked + 1n);
}

function courseOf({ effects, reason }: Outcome, isFirstBeside: boolean): GasCourse {
  const transfers = effects.flatMap((effect) => (effect.type === "transfer" ? [effect.amount] : []));
  return { isFirstBeside, transfers, ...(reason === undefined ? {} : { reason }) };
}

/** Age of the oldest pool that anybody looks at. */
function longestLatency({ settings: { agents } }: World): number {
  const { arbitrageurs, crossPoolArbitrageurs, sandwichers, backRunners, liquidators } = agents;
  const most = Math.max(arbitrageurs, crossPoolArbitrageurs, sandwichers, backRunners, liquidators);
  return Math.max(agents.searcherLatency, agents.arbitrageurLatency) + most * agents.latencyStep;
}
