import type { Difference, ExtractionKind, MevResult } from "../../core/mev-result.ts";
import { pairedDifference } from "../../ledger/measures/paired-difference.ts";

type Measure = (run: MevResult) => number;

const SEARCHERS: ReadonlySet<string> = new Set(["arbitrageur", "cross-pool-arbitrageur", "sandwicher", "back-runner", "liquidator"]);

const profitOf =
  (...participants: readonly string[]): Measure =>
  (run) =>
    run.participants.reduce((sum, { participant, profit }) => (participants.includes(participant) ? sum + profit : sum), 0);
const sum =
  (kinds: readonly ExtractionKind[], field: "gross" | "toBuilder" | "victimLoss"): Measure =>
  (run) =>
    run.kinds.reduce((total, each) => (kinds.includes(each.kind) ? total + each[field] : total), 0);

/** What two runs are compared by, in words with the unit at the end. */
const MEASURES: readonly (readonly [measure: string, of: Measure])[] = [
  ["profit of traders ($)", profitOf("trader")],
  ["profit of liquidity providers ($)", profitOf("liquidity-provider")],
  ["profit of searchers ($)", profitOf(...SEARCHERS)],
  ["profit of the builder ($)", profitOf("builder")],
  ["loss of sandwiched trades ($)", sum(["sandwich"], "victimLoss")],
  ["taken by arbitrage and back-runs ($)", sum(["arbitrage", "back-run"], "gross")],
  ["of it paid to the builder ($)", sum(["arbitrage", "back-run"], "toBuilder")],
  ["received by traders below their quote (share)", (run) => run.traders.find(({ sender }) => sender === "trader")?.shortfall ?? 0],
  ["gap between pool and reference, 95th percentile (share)", (run) => run.gap.p95],
];

/** Two lists of runs, seed by seed: what the first have more. */
export function compareRuns(withIt: readonly MevResult[], withoutIt: readonly MevResult[]): readonly Difference[] {
  return MEASURES.map(([measure, of]) => {
    const [first, second] = [withIt.map(of), withoutIt.map(of)];
    return { measure, withIt: mean(first), withoutIt: mean(second), ...pairedDifference(first, second) };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0) / values.length;
}
