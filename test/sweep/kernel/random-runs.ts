import fc from "fast-check";
import type { ProcessSettings } from "../../../src/market/processes/process-settings.ts";

/** One run to compare: the law of its prices, its start and seed, and settings by full name. */
export interface RandomRun {
  readonly seed: number;
  readonly start: number;
  readonly process: ProcessSettings;
  readonly set: Readonly<Record<string, unknown>>;
}

/** Evenly between 0 and 1; fast-check's own doubles are evenly spread over the exponents, and so are next to nothing or next to an end. */
const unit: fc.Arbitrary<number> = fc.noBias(fc.integer({ min: 0, max: 1e9 })).map((billionths) => billionths / 1e9);

const linear = (low: number, high: number): fc.Arbitrary<number> => unit.map((share) => low + share * (high - low));
/** As often small as large. */
const spread = (low: number, high: number): fc.Arbitrary<number> =>
  linear(Math.log(low), Math.log(high)).map((log) => Math.min(high, Math.max(low, Math.exp(log))));

const orZero = (other: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 4, arbitrary: other }, { weight: 1, arbitrary: fc.constant(0) });

const driftPerDay = linear(-1, 1);
const volatilityPerDay = spread(0.01, 1);
const jumpsPerDay = spread(1, 500);

const processes: fc.Arbitrary<ProcessSettings> = fc.oneof(
  fc.record({ kind: fc.constant("gbm" as const), driftPerDay, volatilityPerDay }),
  fc.record({ kind: fc.constant("merton" as const), volatilityPerDay, jumpsPerDay, jumpMean: linear(-0.1, 0.1) }),
  fc.record({ kind: fc.constant("kou" as const), volatilityPerDay, jumpsPerDay }),
  fc.record({ kind: fc.constant("hawkes" as const), volatilityPerDay, backgroundPerDay: jumpsPerDay, branching: linear(0, 0.9) }),
  fc.record({ kind: fc.constant("heston" as const), driftPerDay, startVolatilityPerDay: volatilityPerDay, correlation: linear(-1, 1) }),
  fc.record({
    kind: fc.constant("block-bootstrap" as const),
    prices: fc.array(linear(100, 110), { minLength: 3, maxLength: 30 }),
    secondsApart: linear(1, 300),
  }),
);

/** The desk that settings name, in every kind, size and model; in half of the runs none, and more often what is quick to price. */
const desks = {
  "hedger.desk": fc.oneof(
    fc.constant("none"),
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom("call", "put", "straddle", "strangle", "iron-condor") },
      { weight: 1, arbitrary: fc.constant("strip") },
    ),
  ),
  "hedger.deskSide": fc.constantFrom("short", "long"),
  "hedger.deskSize": fc.constantFrom("dollar-gamma", "vega", "capital"),
  "hedger.deskAmount": spread(0.1, 3),
  "hedger.deskStrike": linear(0.9, 1.1),
  "hedger.deskWidth": linear(0.02, 0.45),
  "hedger.model": fc.constantFrom("black-scholes", "black-scholes", "black-scholes", "merton", "merton", "heston"),
  "hedger.jumpsPerYear": orZero(spread(0.1, 100)),
  "hedger.jumpMean": linear(-0.2, 0.2),
  "hedger.jumpDeviation": orZero(linear(0, 0.3)),
  "hedger.meanReversion": spread(0.1, 20),
  "hedger.longVariance": spread(0.01, 4),
  "hedger.volOfVariance": spread(0.1, 3),
  "hedger.correlation": linear(-0.9, 0.9),
};

const insurers = {
  "hedger.insurance": fc.constantFrom("none", "synthetic-put", "cppi"),
  "hedger.floor": linear(0.5, 0.98),
  "hedger.multiple": spread(0.5, 10),
};

/**
 * Worlds that the kernel models: one arbitrageur, no gas, no traders. A share is worth at least 1,000 of quote, so that whole millionths of it, to which
 * the engine rounds every payment, stay below what is compared.
 */
export const randomRuns: fc.Arbitrary<RandomRun> = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
  start: spread(0.5, 50_000),
  process: processes,
  set: fc.record({
    "run.blocks": fc.integer({ min: 30, max: 60 }),
    "pool.value": spread(10_000, 1e9),
    "pool.lpShare": spread(0.1, 1),
    "pool.fee": fc.oneof(fc.constant(0.003), spread(0.000_01, 0.05)),
    "market.cost": orZero(spread(0.000_001, 0.01)),
    "mempool.blockProcess": fc.constantFrom("poisson", "fixed"),
    "mempool.blockSeconds": spread(1, 600),
    "agents.minimumProfit": orZero(spread(0.01, 1_000)),
    "hedger.policy": fc.constantFrom("interval", "band", "never", "whalley-wilmott", "leland", "at-the-close"),
    "hedger.interval": fc.integer({ min: 1, max: 30 }),
    "hedger.band": orZero(spread(0.000_1, 0.1)),
    "hedger.impliedVolatility": spread(0.1, 3),
    // Some expire on the way.
    "hedger.expiryDays": fc.oneof(spread(1, 365), spread(0.005, 0.2)),
    "hedger.marginRate": linear(0, 1),
    ...desks,
    ...insurers,
  }),
});
