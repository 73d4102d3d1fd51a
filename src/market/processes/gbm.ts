import { z } from "zod";
import { standardNormal } from "../../core/standard-normal.ts";
import { driftPerDay, volatilityPerDay } from "./common-fields.ts";
import type { PriceProcess } from "./price-process.ts";

export const gbmSettings = z.strictObject({ kind: z.literal("gbm"), driftPerDay, volatilityPerDay });

/** Geometric Brownian motion: log returns (μ − σ²/2)·dt + σ·√dt·Z (theory 8). */
export function gbm(settings: Readonly<z.infer<typeof gbmSettings>>): PriceProcess {
  const volatility = settings.volatilityPerDay;
  const drift = settings.driftPerDay - (volatility * volatility) / 2;
  return {
    kind: "gbm",
    normalStep: (days) => ({ mean: drift * days, deviation: volatility * Math.sqrt(days) }),
    begin(random) {
      const normal = standardNormal(random);
      let lastDays = 0;
      let scale = 0;
      return (days) => {
        if (days !== lastDays) {
          lastDays = days;
          scale = volatility * Math.sqrt(days);
        }
        return drift * days + scale * normal();
      };
    },
  };
}
