import type { CrashUserConfig } from "./crash-user-config.ts";

/** The section `crash` as the tasks read it: what the user's leaves out is what is built in. */
export interface CrashConfig extends Required<Omit<CrashUserConfig, "engine">> {
  /** Undefined where each task has its own. */
  readonly engine: CrashUserConfig["engine"];
}
