import { z } from "zod";
import { standardNormal } from "../../core/standard-normal.ts";
import { driftPerDay, jumpDeviation, jumpMean, volatilityPerDay } from "./common-fields.ts";
import { hawkesArrivals } from "./hawkes-arrivals.ts";
import type { PriceProcess } from "./price-process.ts";

export const hawkesSettings = z.strictObject({
  kind: z.literal("hawkes"),
  driftPerDay,
  volatilityPerDay,
  backgroundPerDay: z.number().min(0).max(10_000).default(2).describe("jumps that no jump brought about (a day)"),
  branching: z.number().min(0).max(0.99).default(0.8).describe("jumps that one jump brings about"),
  decayPerDay: z.number().positive().max(1_000_000).default(100).describe("how fast the excitement fades, 1 over its mean time (a day)"),
  jumpMean,
  jumpDeviation,
});

/**
 * Brownian motion and normal jumps of the log price that excite one another (Hawkes 1971; Aït-Sahalia, Cacho-Diaz and Laeven 2015, Modeling financial
 * contagion using mutually exciting jump processes, with one asset). The drift is compensated by the rate as it is at each moment.
 */
export function hawkes(settings: Readonly<z.infer<typeof hawkesSettings>>): PriceProcess {
  const { volatilityPerDay: volatility, jumpMean: mean, jumpDeviation: deviation } = settings;
  const drift = settings.driftPerDay - (volatility * volatility) / 2;
  const meanGrowth = Math.expm1(mean + (deviation * deviation) / 2);
  return {
    kind: "hawkes",
    begin(random) {
      const normal = standardNormal(random);
      const arrivals = hawkesArrivals(settings, random);
      let log = 0;
      const jump = (): void => {
        log += mean + deviation * normal();
      };
      return (days) => {
        log = drift * days + volatility * Math.sqrt(days) * normal();
        const integral = arrivals(days, jump);
        return log - meanGrowth * integral;
      };
    },
  };
}
