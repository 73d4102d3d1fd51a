import { exponential } from "../../../src/core/exponential.ts";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { bleedOfStep } from "../../../src/ledger/books/liquidity-position.ts";
import { arbitrageStep, poolChange } from "../../../src/sweep/kernel/arbitrage-step.ts";
import { type Estimate, estimate } from "../../market/processes/simulate.ts";
import type { Comparison, Paper } from "./comparison.ts";
import { fixedBlockLaw } from "./fixed-block-law.ts";

type Spacing = "poisson" | "fixed";
/** Where the fee goes: into the reserves, as in Uniswap V2, or to the liquidity providers beside the pool, as in the papers. */
type FeeGoes = "reserves" | "aside";

export const SIGMA_PER_DAY = 0.05;
const DAY = 86_400;
const PATHS = 100;
/** Blocks before a path counts; the slowest cell forgets its start in some 240. */
const WARM_UP = 1_500;
const BLOCKS = 5_000;

const FEES = [5, 30, 100] as const;
const BLOCK_TIMES = [
  ["12 s", 12],
  ["2 min", 120],
  ["10 min", 600],
] as const;
const SEEDS: Readonly<Record<Spacing, number>> = { poisson: 201, fixed: 301 };

/** Share of blocks with a trade, and the arbitrageurs' profit over the path's loss, without gas, venue cost and traders; the log price is driftless; `shares` path by path. */
export function simulate(
  spacing: Spacing,
  fee: number,
  blockSeconds: number,
  seed: number,
  paths = PATHS,
  feeGoes: FeeGoes = "reserves",
): { readonly share: Estimate; readonly ratio: Estimate; readonly shares: Float64Array } {
  const added = feeGoes === "reserves" ? 1 : 1 - fee;
  const sigma = SIGMA_PER_DAY * Math.sqrt(blockSeconds / DAY);
  const change = poolChange();
  const [shares, profits, losses] = [new Float64Array(paths), new Float64Array(paths), new Float64Array(paths)];
  for (let path = 0; path < paths; path += 1) {
    const normal = standardNormal(pathStream(seed, path, 0));
    const waits = pathStream(seed, path, 1);
    let [base, quote, price] = [1_000, 2_000_000, 2_000];
    for (let block = 0; block < WARM_UP + BLOCKS; block += 1) {
      const wait = spacing === "fixed" ? 1 : exponential(waits);
      const before = price;
      price *= Math.exp(sigma * Math.sqrt(wait) * normal());
      const liquidity = Math.sqrt(base * quote);
      const profit = arbitrageStep(base, quote, price, price, 1 - fee, 0, change);
      if (profit > 0) {
        base += change.base > 0 ? change.base * added : change.base;
        quote += change.quote > 0 ? change.quote * added : change.quote;
      }
      if (block < WARM_UP) continue;
      // Both as shares of the pool's value 2L√S.
      const value = 2 * liquidity * Math.sqrt(before);
      if (profit > 0) shares[path]! += 1 / BLOCKS;
      profits[path]! += profit / value;
      losses[path]! -= bleedOfStep(liquidity, before, price) / value;
    }
  }
  return { share: estimate(shares), ratio: ratioOf(profits, losses), shares };
}

/** Ratio of two means, with the standard error of the delta method. */
function ratioOf(numerators: Float64Array, denominators: Float64Array): Estimate {
  const whole = estimate(denominators).mean;
  const ratio = estimate(numerators).mean / whole;
  const { standardError } = estimate(numerators.map((numerator, i) => (numerator - ratio * denominators[i]!) / whole));
  return { mean: ratio, standardError };
}

interface Reference {
  readonly value: number;
  readonly origin: string;
}

/** |ζ(½)|/√(2π), the mean overshoot of a normal random walk in its deviations. */
const OVERSHOOT = 1.4603545088095868 / Math.sqrt(2 * Math.PI);

/** Fixed blocks in a band of a = γ/σ_b, an expansion for wide ones: share of blocks with a trade, and ARB/LVR. */
export function wideBand(width: number): { readonly share: number; readonly ratio: number } {
  return { share: 1 / (Math.SQRT2 * (width + OVERSHOOT)), ratio: 1 / (1 + width / OVERSHOOT) };
}

/** The papers' formulas at γ = −ln(1 − fee) and the σ of a block, and the law solved numerically where the band is too narrow for them. */
export function references(spacing: Spacing, fee: number, blockSeconds: number): { readonly share: Reference; readonly ratio: Reference } {
  const variance = (SIGMA_PER_DAY * SIGMA_PER_DAY * blockSeconds) / DAY;
  const gamma = -Math.log(1 - fee);
  const width = gamma / Math.sqrt(variance);
  if (spacing === "poisson") {
    const share = 1 / (1 + Math.SQRT2 * width);
    return {
      share: { value: share, origin: "formula: P = 1/(1 + √2·γ/σ_b)" },
      ratio: { value: (share * Math.exp(gamma / 2)) / (1 - variance / 8), origin: "formula: P·exp(γ/2)/(1 − σ_b²/8)" },
    };
  }
  if (width < 0.7) {
    const { share, ratio } = fixedBlockLaw(width);
    return {
      share: { value: share, origin: "stationary law, solved numerically" },
      ratio: { value: ratio, origin: "stationary law, solved numerically" },
    };
  }
  return {
    share: { value: wideBand(width).share, origin: "formula: 1/(√2(γ/σ_b + c))" },
    ratio: { value: wideBand(width).ratio, origin: "formula: 1/(1 + γ/(c·σ_b))" },
  };
}

const WORDS = {
  poisson: {
    title: "Arbitrage with fees, Poisson blocks",
    source:
      "Milionis, Moallemi and Roughgarden 2023, Automated Market Making and Arbitrage Profits in the Presence of Fees, arXiv:2305.14604, the symmetric case; " +
      "the factor exp(γ/2) for a fee on what is paid in is derived.",
  },
  fixed: {
    title: "Arbitrage with fees, fixed blocks",
    source:
      "Nezlobin and Tassy 2025, Loss-Versus-Rebalancing under Deterministic and Generalized block-times, arXiv:2505.05113, for the profit, with their spread read as the whole width 2γ of the band, the only reading that the stationary law bears out; the share of blocks is derived from the same constant c = |ζ(½)|/√(2π) = " +
      "0.5826. Both are expansions for wide bands; where γ/σ_b is below 0.7 the reference is the stationary law of the gap, solved on a grid.",
  },
} as const;

/** Arbitrageurs of a pool with a fee: how often they trade, and what they take of the loss versus rebalancing, over fees and block times. */
export function arbitrageWithFees(spacing: Spacing): Paper {
  const words = WORDS[spacing];
  const rows: Comparison[] = [];
  let seed = SEEDS[spacing];
  for (const [name, blockSeconds] of BLOCK_TIMES) {
    for (const points of FEES) {
      const fee = points / 10_000;
      const found = simulate(spacing, fee, blockSeconds, seed);
      const expected = references(spacing, fee, blockSeconds);
      for (const [which, what] of [
        ["share", "blocks with a trade"],
        ["ratio", "ARB/LVR"],
      ] as const) {
        rows.push({
          quantity: `${name}, ${points} bp: ${what}`,
          reference: expected[which].value,
          origin: expected[which].origin,
          ours: found[which].mean,
          standardError: found[which].standardError,
        });
      }
      seed += 1;
    }
  }
  return {
    title: words.title,
    source: words.source,
    how:
      `σ = 5 % a day and σ_b of it in a block, γ = −ln(1 − fee), one arbitrageur without gas or venue cost, no traders; ARB is net of the pool's fee. Seeds ${SEEDS[spacing]} to ` +
      `${seed - 1}, one a cell, each ${PATHS} paths of ${BLOCKS.toLocaleString("en")} blocks after ${WARM_UP.toLocaleString("en")} that do not count.`,
    rows,
  };
}
