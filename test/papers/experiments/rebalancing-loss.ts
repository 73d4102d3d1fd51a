import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { bleedOfStep } from "../../../src/ledger/books/liquidity-position.ts";
import { moments } from "../../hedger/moments.ts";
import { batchError } from "./batch-error.ts";
import type { Comparison, Paper } from "./comparison.ts";

const SEED = 101;
const PATHS = 20_000;
const SIGMA = 0.8;

/** Loss over a year on each path as a share of the pool's value at its start, and the same with each step's share of the value before it. */
function losses(steps: number): { readonly running: readonly number[]; readonly frozen: readonly number[] } {
  const drift = (-SIGMA * SIGMA) / (2 * steps);
  const move = SIGMA / Math.sqrt(steps);
  const [running, frozen] = [[] as number[], [] as number[]];
  for (let path = 0; path < PATHS; path += 1) {
    const normal = standardNormal(pathStream(SEED, path, steps));
    let [before, lost, shares] = [1, 0, 0];
    for (let step = 0; step < steps; step += 1) {
      const after = before * Math.exp(drift + move * normal());
      // The pool's value 2L√S is 1 at the start.
      const loss = -bleedOfStep(0.5, before, after);
      lost += loss;
      shares += loss / Math.sqrt(before);
      before = after;
    }
    running.push(lost);
    frozen.push(shares);
  }
  return { running, frozen };
}

/** Deviation of a sum of N shares (1 − √r)²/2, where E[r^(k/2)] = exp(k(k − 2)σ²/8N). */
function shareDeviation(steps: number): number {
  const [a1, a2, a3, a4] = ([1, 2, 3, 4] as const).map((k) => Math.expm1((k * (k - 2) * SIGMA * SIGMA) / (8 * steps))) as [
    number,
    number,
    number,
    number,
  ];
  const mean = (a2 - 2 * a1) / 2;
  return Math.sqrt(steps * ((a4 - 4 * a3 + 6 * a2 - 4 * a1) / 4 - mean * mean));
}

/** Loss versus rebalancing of a fee-free pool: σ²/8 of its value. */
export function rebalancingLoss(): Paper {
  const rows = [52, 365].flatMap((steps): readonly Comparison[] => {
    const { running, frozen } = losses(steps);
    const [run, share] = [moments(running), moments(frozen)];
    const standardError = batchError(frozen, (part) => moments(part).deviation);
    return [
      {
        quantity: `mean loss of a year, ${steps} steps`,
        reference: -Math.expm1((-SIGMA * SIGMA) / 8),
        origin: "formula: 1 − exp(−σ²T/8)",
        ours: run.mean,
        standardError: run.standardError,
      },
      {
        quantity: `mean of the steps' shares, ${steps} steps`,
        reference: -steps * Math.expm1((-SIGMA * SIGMA) / (8 * steps)),
        origin: "formula: N(1 − exp(−σ²T/8N)), which tends to σ²T/8",
        ours: share.mean,
        standardError: share.standardError,
      },
      {
        quantity: `their deviation over paths, ${steps} steps`,
        reference: ((SIGMA * SIGMA) / 8) * Math.sqrt(2 / steps),
        origin: "formula: σ²T/8·√(2/N), for many steps",
        ours: share.deviation,
        standardError,
      },
      {
        quantity: `the same, ${steps} steps`,
        reference: shareDeviation(steps),
        origin: "derived from the moments of a lognormal step",
        ours: share.deviation,
        standardError,
      },
    ];
  });
  return {
    title: "Loss versus rebalancing, σ²/8",
    source:
      "Milionis, Moallemi, Roughgarden and Zhang 2022, Automated Market Making and Loss-Versus-Rebalancing, arXiv:2208.06046, Theorem 1 for x·y = k; the " +
      "forms for N steps are derived from it.",
    how:
      `A driftless lognormal price with σ = ${SIGMA} over T = 1; the loss is a share of the pool's value, at the start for the first number and before each ` +
      `step for the others. Seed ${SEED}, ${PATHS.toLocaleString("en")} paths.`,
    rows,
  };
}
