import type { ComparedScenario, ComparedSystem, Comparison, SeedEstimate } from "../../../src/core/comparison.ts";
import type { CrashResult } from "../../../src/core/result.ts";
import { betweenRuns } from "../../../src/ledger/comparison/between-runs.ts";
import { comparedScenario } from "../../../src/ledger/comparison/compared-scenario.ts";
import { answerOf } from "../../../src/ledger/findings/compare/answer.ts";
import { comparisonFindings } from "../../../src/ledger/findings/compare/comparison-findings.ts";
import { makeResult } from "../fixture.ts";

interface CompareFixtureOptions {
  /** Stands in every place where text of unknown origin can. */
  readonly hostile?: string;
}

/** Three runs that differ a little, as seeds do. */
function runsOf(name: string, title: string, hostile: string | undefined): [CrashResult, ...CrashResult[]] {
  const result = makeResult({ chosen: true, ...(hostile === undefined ? {} : { hostile }) });
  const base: CrashResult = { ...result, scenario: { ...result.scenario, name, title: hostile ?? title } };
  const seeded = (seed: number): CrashResult => ({
    ...base,
    seed,
    flow: base.flow.map((each, i) => ({ ...each, shareSoldInWorstTenth: 0.05 + 0.1 * i + 0.01 * seed })),
    statement: base.statement.map((book) => ({ ...book, total: book.total + 100 * seed })),
  });
  return [seeded(1), seeded(2), seeded(3)];
}

const estimate = (value: number): SeedEstimate => ({ value, interval: [value - 0.01, value + 0.01] });

function systemsOf(text: (fallback: string) => string): readonly ComparedSystem[] {
  const system = (id: string, gain: number, deeper: number, verdict: ComparedSystem["verdict"]): ComparedSystem => ({
    id,
    title: text(id.replaceAll("-", " ")),
    what: text(`Who is in ${id}.`),
    settings: { "hedger.mover": "none" },
    outOfSight: 0,
    gain: estimate(gain),
    deeper: estimate(deeper),
    lessPoolAlone: id === "pool" ? null : estimate(deeper + 0.2),
    verdict,
  });
  return [
    system("pool", -0.25, -0.2, "dampens"),
    system("pool-hedged", 0, 0, "neutral"),
    system("pool-levered", -0.2, 0.4, "dampens"),
    { ...system("desk", 0.3, 0.45, "amplifies") },
  ];
}

/** A synthetic comparison with every field set; the same for the same options. */
export function makeComparison({ hostile }: CompareFixtureOptions = {}): Comparison {
  const text = (fallback: string): string => hostile ?? fallback;
  const [one, other] = [runsOf("one", "First crash, on a day", hostile), runsOf("other", "Second crash, on another", hostile)];
  const complete = (runs: [CrashResult, ...CrashResult[]]): ComparedScenario => ({ ...comparedScenario(runs), systems: systemsOf(text) });
  const scenarios = [complete(one), complete(other)];
  const between = betweenRuns(one, other);
  const findings = comparisonFindings({ scenarios, between });
  const shock = { blocks: 400, settings: { "pool.fee": 1e-6 } };
  return { schemaVersion: 1, seed: 1, seeds: 3, shock, scenarios, between, findings, answer: answerOf(findings) };
}
