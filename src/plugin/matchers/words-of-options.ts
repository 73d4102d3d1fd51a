import { UNISWAP_V2 } from "../../core/uniswap-v2-name.ts";
import type { CrashOptions } from "../../crash.ts";
import { DEFAULT_SCENARIO } from "../../scenarios/find-scenario.ts";
import type { SubjectWords } from "./subject-words.ts";

/** What a message calls a run that is yet to be made. */
export function wordsOfOptions({ scenario = DEFAULT_SCENARIO, pool, seed = 1 }: CrashOptions): SubjectWords {
  return { scenario: typeof scenario === "string" ? scenario : scenario.name, pool: pool?.name ?? UNISWAP_V2, seed };
}
