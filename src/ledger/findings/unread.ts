import type { CrashResult } from "../../core/result.ts";

/** A result without its findings: what a finding reads. */
export type Unread = Omit<CrashResult, "findings">;
