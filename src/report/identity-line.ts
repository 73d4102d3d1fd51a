import type { CrashResult } from "../core/result.ts";
import { decimal, significant } from "./number-format.ts";

/** Whether the ledger's identities hold, in a sentence; a broken one is named with its gap. */
export function identityLine(result: Pick<CrashResult, "identities">): string {
  const broken = result.identities.filter((each) => !(each.largestGap <= each.tolerance));
  if (broken.length > 0) {
    const names = broken.map(
      (each) => `${each.identity} (gap ${significant(each.largestGap)}, allowed ${significant(each.tolerance)} ${each.unit})`,
    );
    return `BROKEN: identity ${names.join(", identity ")}.`;
  }
  const checks = result.identities.reduce((sum, each) => sum + each.checks, 0);
  const exact = result.identities.filter((each) => each.largestGap === 0).length;
  const gaps =
    exact === result.identities.length
      ? "none with a gap"
      : exact === 0
        ? "every gap within its tolerance"
        : `${exact} exactly, the rest within tolerance`;
  return `All ${result.identities.length} identities hold (${decimal(checks)} checks; ${gaps}).`;
}
