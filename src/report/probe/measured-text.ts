import type { ProbeScore } from "../../core/probe-result.ts";
import { percent, significant } from "../number-format.ts";

/** The number behind a score as it reads; a dash where there is none. */
export function measuredText({ id, measured }: Pick<ProbeScore, "id" | "measured">): string {
  if (measured === null) return "–";
  if (id === "rounding") return `${significant(measured)} units`;
  if (measured !== 0 && Math.abs(measured) < 5e-7) return "under 0.0001 %";
  return percent(measured, measured >= 0.1 ? 1 : 4);
}
