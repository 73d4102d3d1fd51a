import { BUILT_IN } from "./built-in.ts";
import type { CrashConfig } from "./crash-config.ts";
import type { CrashUserConfig } from "./crash-user-config.ts";

/** The section `crash` with everything that it leaves out; it has been validated. */
export function resolveConfig(section: CrashUserConfig = {}): CrashConfig {
  const { scenario, seed, engine, out, set, pools, pool } = section;
  return {
    scenario: scenario ?? BUILT_IN.scenario,
    seed: seed ?? BUILT_IN.seed,
    engine,
    out: (out ?? BUILT_IN.out).replace(/\/+$/, ""),
    set: said(set ?? BUILT_IN.set),
    pools: said(pools ?? BUILT_IN.pools),
    pool: pool ?? BUILT_IN.pool,
  };
}

/** What is undefined is not said. */
function said<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
