import { InputError } from "../../../core/errors.ts";
import type { CrashOptions } from "../../../crash.ts";
import { findScenario } from "../../../scenarios/find-scenario.ts";
import { resolveSettings } from "../../../scenarios/settings.ts";
import { claimOf } from "../claim-of.ts";
import { judge } from "../judge.ts";
import type { Claim } from "../claim.ts";
import type { Judgement } from "../judgement.ts";
import { runOutcome } from "../run-outcome.ts";
import type { SubjectWords } from "../subject-words.ts";
import { wordsOfOptions } from "../words-of-options.ts";
import type { CrashReplay } from "./crash-replay.ts";
import { packageVersion } from "./package-version.ts";
import type { PoolResolver } from "./pool-resolver.ts";

/** What the world gives to a replay. */
export interface ReplayTools extends Pick<CrashOptions, "network" | "onBlock" | "signal"> {
  readonly resolvePool: PoolResolver;
}

/** A replay that has been run. */
export interface ReplayedRun {
  readonly claim: Claim;
  readonly subject: SubjectWords;
  readonly judgement: Judgement;
  /** Whether the assertion still fails. */
  readonly fails: boolean;
}

/**
 * Makes the run of a replay again, and asserts the same of it.
 *
 * @param file its name, for messages
 * @throws InputError `REPLAY_NEEDS` for what only the test has, `REPLAY_SETTING` for a setting that this version does not have or allow, `REPLAY_INVALID` for arguments
 * that no matcher has, and what the resolver and the run throw
 */
export async function runCrashReplay(file: string, replay: CrashReplay, { resolvePool, ...hooks }: ReplayTools): Promise<ReplayedRun> {
  const claim = claimIn(file, replay);
  refuseWhatOnlyTheTestHas(file, replay);
  const scenario = replay.scenario.name;
  checkSettings(file, replay);
  const pool = replay.pool === null ? {} : { pool: await resolvePool(replay.pool) };
  const options: CrashOptions = { ...hooks, ...pool, scenario, seed: replay.seed, engine: replay.engine, set: replay.settings };
  const judgement = judge(claim, await runOutcome(options, replay.extraction));
  return { claim, subject: wordsOfOptions(options), judgement, fails: judgement.holds === replay.negated };
}

function claimIn(file: string, replay: CrashReplay): Claim {
  try {
    return claimOf[replay.matcher](replay.arguments);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError("REPLAY_INVALID", `the arguments are none of the matcher's: ${error.message}`, { file });
  }
}

function refuseWhatOnlyTheTestHas(file: string, { scenario, ordering }: CrashReplay): void {
  const missing = scenario.own ? `the scenario object ${scenario.name}` : ordering === null ? null : `the ordering ${ordering}`;
  if (missing === null) return;
  throw new InputError("REPLAY_NEEDS", `the run had ${missing}, which cannot be written to a file`, {
    file,
    allowed: "the test itself, with the file's seed and settings as `seed` and `set`",
  });
}

function checkSettings(file: string, { scenario, settings, version }: CrashReplay): void {
  const own = findScenario(scenario.name);
  try {
    resolveSettings(own, settings);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const now = packageVersion();
    const written = version === now ? `by this version, ${now}, and changed since` : `by version ${version}; this is ${now}`;
    throw new InputError("REPLAY_SETTING", `${error.message}; the file was written ${written}`, {
      file,
      allowed: "the file without that setting or with one that is allowed, or the version that wrote it",
    });
  }
}
