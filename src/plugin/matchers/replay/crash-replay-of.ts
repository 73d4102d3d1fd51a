import { InputError } from "../../../core/errors.ts";
import type { CrashOptions } from "../../../crash.ts";
import { DEFAULT_SCENARIO } from "../../../scenarios/find-scenario.ts";
import { flatOverrides } from "../../../scenarios/flat-overrides.ts";
import type { Claim } from "../claim.ts";
import type { Judgement } from "../judgement.ts";
import type { FailingRun } from "../shrink.ts";
import { CRASH_REPLAY, type CrashReplay } from "./crash-replay.ts";
import { packageVersion } from "./package-version.ts";

/** What a replay says: the run with every setting resolved, so that other defaults do not change it. */
export function crashReplayOf(options: CrashOptions, claim: Claim, negated: boolean, whole: Judgement, found: FailingRun): CrashReplay {
  const { scenario = DEFAULT_SCENARIO, seed = 1, engine = "chain", pool, ordering } = options;
  const isOwn = typeof scenario !== "string";
  const name = isOwn ? scenario.name : scenario;
  const { judgement } = found;
  return {
    crashReplay: CRASH_REPLAY,
    version: packageVersion(),
    matcher: claim.matcher,
    arguments: [...claim.given],
    negated,
    limit: claim.limit,
    measured: judgement.value,
    whole: found.blocks === null || whole.run === null ? null : { blocks: whole.run.crash.crash.blocks, measured: whole.value },
    needs: [
      ...(isOwn ? [`the scenario object ${name}, which only the test has`] : []),
      ...(ordering === undefined ? [] : [`the ordering ${ordering.name}, which only the test has`]),
      ...(pool === undefined ? [] : [`a pool ${pool.name} under crash.pools in the Hardhat configuration`]),
    ],
    scenario: { name, own: isOwn },
    ordering: ordering?.name ?? null,
    pool: pool?.name ?? null,
    seed,
    engine,
    extraction: claim.needsExtraction,
    settings: settingsOf(options, found),
  };
}

/** Every setting of a run that ended; of one that did not, those that were given. */
function settingsOf({ set = {} }: CrashOptions, { blocks, judgement }: FailingRun): CrashReplay["settings"] {
  if (judgement.run !== null) return { ...judgement.run.crash.settings };
  const cut = blocks === null ? [] : [["run.blocks", blocks] as const];
  return Object.fromEntries([...flatOverrides(set), ...cut].map(([key, value]) => [key, plain(key, value)]));
}

function plain(key: string, value: unknown): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new InputError("SETTING_INVALID", `the setting ${key} has a value that it cannot have`, {
    value: typeof value,
    allowed: "text, a number, true or false",
  });
}
