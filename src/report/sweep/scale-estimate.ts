import type { Estimate } from "../../core/sweep-summary.ts";

/** An estimate in other units: everything times a factor above zero, such as one over the start capital. */
export function scaleEstimate({ mean, standardError, interval }: Estimate, factor: number): Estimate {
  return {
    mean: mean * factor,
    standardError: standardError === null ? null : standardError * factor,
    interval: interval === null ? null : [interval[0] * factor, interval[1] * factor],
  };
}
