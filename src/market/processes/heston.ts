import { z } from "zod";
import { standardNormal } from "../../core/standard-normal.ts";
import { driftPerDay } from "./common-fields.ts";
import { type HestonModel, hestonStep } from "./heston-step.ts";
import type { PriceProcess } from "./price-process.ts";

export const hestonSettings = z.strictObject({
  kind: z.literal("heston"),
  driftPerDay,
  startVolatilityPerDay: z.number().min(0).max(5).default(0.05).describe("volatility at the start (a square root of a day)"),
  longVolatilityPerDay: z.number().positive().max(5).default(0.05).describe("volatility to which it returns (a square root of a day)"),
  reversionPerDay: z.number().positive().max(10_000).default(1).describe("how fast the variance returns, κ (a day)"),
  volatilityOfVariance: z.number().positive().max(100).default(0.1).describe("volatility of the variance per square root of it, ε (a day)"),
  correlation: z.number().min(-1).max(1).default(-0.5).describe("correlation of price and variance"),
});

/** Above this ratio of the next variance's variance to its squared mean, a mass at zero and an exponential tail replace the squared normal. */
const CRITICAL_RATIO = 1.5;

/**
 * Heston's stochastic volatility by the quadratic-exponential scheme with martingale correction (Andersen 2008, sections 3.2 and 4.3). The expected price
 * is exact for steps of any length; the law is approximate and closes on Heston's as steps are refined.
 */
export function heston(settings: Readonly<z.infer<typeof hestonSettings>>): PriceProcess {
  const { driftPerDay: drift, startVolatilityPerDay, longVolatilityPerDay } = settings;
  const startVariance = startVolatilityPerDay * startVolatilityPerDay;
  const longVariance = longVolatilityPerDay * longVolatilityPerDay;
  const model: HestonModel = {
    reversion: settings.reversionPerDay,
    longVariance,
    volatilityOfVariance: settings.volatilityOfVariance,
    correlation: settings.correlation,
  };
  return {
    kind: "heston",
    begin(random) {
      const normal = standardNormal(random);
      let variance = startVariance;
      let lastDays = 0;
      let step = hestonStep(model, 0);
      return (days) => {
        if (days !== lastDays) {
          lastDays = days;
          step = hestonStep(model, days);
        }
        const { kept, nextWeight, ownVariance } = step;
        const weight = nextWeight + ownVariance / 2;
        let log = drift * days;
        if (days === 0) return log;
        for (let i = 0; i < step.parts; i += 1) {
          const mean = longVariance + (variance - longVariance) * kept;
          const ratio = (variance * step.varianceByVariance + step.varianceByMean) / (mean * mean);
          let next: number;
          /** ln E[exp(weight·next)]. */
          let logMoment: number;
          if (ratio <= CRITICAL_RATIO) {
            const twice = 2 / ratio;
            const shift2 = twice - 1 + Math.sqrt(twice * (twice - 1));
            const scale = mean / (1 + shift2);
            const shifted = Math.sqrt(shift2) + normal();
            next = scale * shifted * shifted;
            const room = 1 - 2 * weight * scale;
            logMoment = (weight * shift2 * scale) / room - Math.log(room) / 2;
          } else {
            const atZero = (ratio - 1) / (ratio + 1);
            const decay = (1 - atZero) / mean;
            const uniform = random();
            next = uniform <= atZero ? 0 : Math.log((1 - atZero) / (1 - uniform)) / decay;
            logMoment = Math.log(atZero + (decay * (1 - atZero)) / (decay - weight));
          }
          log += nextWeight * next - (ownVariance / 2) * variance - logMoment + Math.sqrt(ownVariance * (variance + next)) * normal();
          variance = next;
        }
        return log;
      };
    },
  };
}
