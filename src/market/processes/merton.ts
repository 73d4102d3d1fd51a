import { z } from "zod";
import { driftPerDay, jumpDeviation, jumpMean, jumpsPerDay, volatilityPerDay } from "./common-fields.ts";
import { jumpDiffusionPath } from "./jump-diffusion.ts";
import type { PriceProcess } from "./price-process.ts";

export const mertonSettings = z.strictObject({
  kind: z.literal("merton"),
  driftPerDay,
  volatilityPerDay,
  jumpsPerDay,
  jumpMean,
  jumpDeviation,
});

/** Brownian motion and normal jumps of the log price at a constant rate (Merton 1976, Option pricing when underlying stock returns are discontinuous). */
export function merton(settings: Readonly<z.infer<typeof mertonSettings>>): PriceProcess {
  const { jumpMean: mean, jumpDeviation: deviation } = settings;
  const model = {
    ...settings,
    meanGrowth: Math.expm1(mean + (deviation * deviation) / 2),
    drawJump: (_: unknown, normal: () => number) => mean + deviation * normal(),
  };
  return { kind: "merton", begin: (random) => jumpDiffusionPath(model, random) };
}
