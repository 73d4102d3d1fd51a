import { lelandVolatility } from "../../../src/hedger/leland-volatility.ts";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import { moments } from "../../hedger/moments.ts";
import { batchError } from "./batch-error.ts";
import type { Comparison, Paper } from "./comparison.ts";

const [SPOT, STRIKE, EXPIRY, VOL, RATE] = [100, 100, 1 / 12, 0.2, 0.05];
/** Of the value that is traded, on each side. */
const COST = 0.002;
const PATHS = 50_000;
const SEED = 601;
const claim = blackScholes("call", STRIKE, RATE);

/**
 * What is left at expiry of a call that was sold and hedged at one volatility in a world of another, every trade of the hedge but the last costing its share.
 * At expiry the stock is delivered or not, and no trade is left.
 */
function profits(trades: number, volatility: number, lane: number): readonly number[] {
  const dt = EXPIRY / trades;
  const drift = (RATE - 0.5 * VOL * VOL) * dt;
  const spread = VOL * Math.sqrt(dt);
  const interest = Math.exp(RATE * dt);
  const opening = claim.greeks(SPOT, EXPIRY, volatility);
  return Array.from({ length: PATHS }, (_, path) => {
    const normal = standardNormal(pathStream(SEED, path, lane));
    let [spot, stock] = [SPOT, opening.delta];
    let cash = opening.value - stock * spot * (1 + COST);
    for (let step = 1; step <= trades; step += 1) {
      spot *= Math.exp(drift + spread * normal());
      cash *= interest;
      if (step === trades) break;
      const { delta } = claim.greeks(spot, EXPIRY - step * dt, volatility);
      cash -= (delta - stock) * spot + COST * Math.abs(delta - stock) * spot;
      stock = delta;
    }
    return cash + stock * spot - claim.value(spot, 0, volatility);
  });
}
/** Numbers of theory: 4 million paths of the same algorithm for the first two rows of each, published arithmetic of Leland's formula for the last. */
const CASES = [
  {
    trades: 21,
    plain: { mean: -0.39138, deviation: 0.4586 },
    volatility: 0.2239,
    premium: 2.78601,
    leland: { mean: -0.10049, deviation: 0.45 },
  },
  { trades: 84, plain: null, volatility: 0.24549, premium: 3.03349, leland: { mean: -0.10625, deviation: 0.241 } },
] as const;

/** Leland's volatility where trading costs: what it makes of the mean loss of a hedged call. */
export function leland(): Paper {
  return {
    title: "Hedging with costs",
    source:
      "Leland 1985, Option Pricing and Replication with Transactions Costs, J. Finance 40, for the volatility; what hedging by it leaves was run elsewhere with the same algorithm.",
    how:
      `The call of the section above, sold and hedged at Leland's volatility for a cost of ${100 * COST} % of each trade's value, 0.4 % for a round trip. ` +
      `Seed ${SEED}, ${PATHS.toLocaleString("en")} paths; the standard errors are from 50 batches.`,
    rows: CASES.flatMap(rowsOf),
  };
}

function rowsOf({ trades, plain, volatility, premium, leland: adjusted }: (typeof CASES)[number]): readonly Comparison[] {
  const raised = lelandVolatility(1, VOL, 2 * COST, EXPIRY / trades);
  const at = (quantity: string): string => `${trades} trades: ${quantity}`;
  const compared = (what: string, sample: readonly number[], theirs: { readonly mean: number; readonly deviation: number }): Comparison[] =>
    (["mean", "deviation"] as const).map((which) => ({
      quantity: at(`${what}, ${which}`),
      reference: theirs[which],
      origin: "same algorithm, run elsewhere",
      ours: moments(sample)[which],
      standardError: batchError(sample, (part) => moments(part)[which]),
    }));
  const hedged = profits(trades, raised, trades);
  const opening = COST * claim.greeks(SPOT, EXPIRY, raised).delta * SPOT;
  const exact = { origin: "formula: σ√(1 + √(2/π)·k/(σ√Δt))", standardError: null, digits: 5 };
  return [
    { quantity: at("Leland's volatility"), reference: volatility, ours: raised, ...exact },
    { quantity: at("value of the call at it"), reference: premium, ours: claim.value(SPOT, EXPIRY, raised), ...exact },
    ...(plain === null ? [] : compared("profit at 20 %", profits(trades, VOL, trades), plain)),
    ...compared("profit at Leland's volatility", hedged, adjusted),
    {
      quantity: at("the same without the cost of the opening trade, mean"),
      reference: { printed: "0 within 0.02", low: -0.02, high: 0.02 },
      origin: "Leland's claim, for many small trades",
      ours: moments(hedged).mean + opening * Math.exp(RATE * EXPIRY),
      standardError: batchError(hedged, (part) => moments(part).mean),
    },
  ];
}
