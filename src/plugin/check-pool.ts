import { InputError } from "../core/errors.ts";
import { BUILT_IN } from "./config/built-in.ts";
import type { CrashConfig } from "./config/crash-config.ts";

/**
 * No run may drive another pool than the one that is configured.
 *
 * @throws InputError `POOL_NOT_DRIVEN` for a pool of the user's own
 */
export function checkPool({ pool }: CrashConfig): void {
  if (pool === BUILT_IN.pool) return;
  throw new InputError("POOL_NOT_DRIVEN", "the task cannot drive the pool that the configuration names", {
    value: pool,
    allowed: `crash.pool = ${JSON.stringify(BUILT_IN.pool)}, or none`,
  });
}
