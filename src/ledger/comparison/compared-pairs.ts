import type { ComparedPairs } from "../../core/comparison.ts";
import type { BookName, CrashResult } from "../../core/result.ts";
import { knownOverSeeds } from "../measures/known-over-seeds.ts";
import { overSeeds } from "../measures/over-seeds.ts";
import { costPerGamma } from "./cost-per-gamma.ts";
import { knownDifference } from "./known-difference.ts";

/** What two things of one scenario differ by, run by run. */
export function comparedPairs(runs: readonly CrashResult[]): ComparedPairs {
  const result = (name: BookName): readonly number[] =>
    runs.map(({ statement }) => {
      const book = statement.find((each) => each.book === name);
      return book === undefined ? NaN : book.total / book.startCapital;
    });
  return {
    hedgedLpLessTwin: overSeeds(result("hedged-lp"), result("option-twin")),
    lpLessHold: overSeeds(result("lp"), result("hold")),
    lpOverTwinPerGamma: overSeeds(runs.map((run) => (costPerGamma(run, "lp") ?? NaN) / (costPerGamma(run, "option-twin") ?? NaN) - 1)),
    hedgeLessPoolInWorstTenth: knownOverSeeds(
      runs.map((run) => knownDifference(inWorstTenth(run, "hedged-lp"), inWorstTenth(run, "pool"))),
    ),
    arbitrageOverBleed: knownOverSeeds(runs.map(arbitrageOverBleed)),
  };
}

function inWorstTenth({ flow }: CrashResult, participant: string): number | null {
  return flow.find((each) => each.participant === participant)?.shareSoldInWorstTenth ?? null;
}

/** Gross of the fee that the pool kept. */
function arbitrageOverBleed({ markouts, pool }: CrashResult): number | null {
  if (!(pool.lossVersusRebalancing < 0)) return null;
  const own = markouts.filter(({ sender }) => sender === "arbitrageur");
  const gross = own.reduce((sum, { poolMarkout, fees }) => sum + fees - poolMarkout, 0);
  return gross / -pool.lossVersusRebalancing - 1;
}
