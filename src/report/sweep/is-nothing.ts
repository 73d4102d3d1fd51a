import type { Estimate } from "../../core/sweep-summary.ts";

/** As a share of the start capital. */
const DUST = 1e-9;

/** Whether a line never came to anything: below a billionth of the start capital in size on every path, or in mean and error where only those are known. */
export function isNothing(estimate: Estimate & { readonly least?: number; readonly greatest?: number }, startCapital: number): boolean {
  const { mean, standardError, least = 0, greatest = 0 } = estimate;
  return [mean, standardError ?? 0, least, greatest].every((value) => Math.abs(value) < DUST * startCapital);
}
