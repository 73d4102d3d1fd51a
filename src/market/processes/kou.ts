import { z } from "zod";
import { exponential } from "../../core/exponential.ts";
import type { Random } from "../../core/random.ts";
import { driftPerDay, jumpsPerDay, volatilityPerDay } from "./common-fields.ts";
import { jumpDiffusionPath } from "./jump-diffusion.ts";
import type { PriceProcess } from "./price-process.ts";

export const kouSettings = z.strictObject({
  kind: z.literal("kou"),
  driftPerDay,
  volatilityPerDay,
  jumpsPerDay,
  upProbability: z.number().min(0).max(1).default(0.3).describe("share of jumps that go up"),
  // From 1 on the expected price after a jump up is infinite.
  meanUp: z.number().min(0).lt(1).default(0.02).describe("mean log return of a jump up, 1/η1 in the paper"),
  meanDown: z.number().min(0).max(5).default(0.04).describe("mean fall of the log price in a jump down, 1/η2 in the paper"),
});

/** Brownian motion and double-exponential jumps at a constant rate (Kou 2002, A jump-diffusion model for option pricing, section 2.1). */
export function kou(settings: Readonly<z.infer<typeof kouSettings>>): PriceProcess {
  const { upProbability, meanUp, meanDown } = settings;
  const model = {
    ...settings,
    meanGrowth: (upProbability * meanUp) / (1 - meanUp) - ((1 - upProbability) * meanDown) / (1 + meanDown),
    drawJump: (random: Random) => (random() < upProbability ? meanUp * exponential(random) : -meanDown * exponential(random)),
  };
  return { kind: "kou", begin: (random) => jumpDiffusionPath(model, random) };
}
