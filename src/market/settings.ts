import { z } from "zod";

/** What the market room reads of a run's settings; keys are written `market.cost` and so on. */
export const marketSettings = z.strictObject({
  intrabarVariance: z
    .number()
    .min(0)
    .max(20)
    .default(1)
    .describe("variance inside a bar, as a multiple of the fitted one (times); 0 walks straight over the extremes"),
  cost: z
    .number()
    .min(0)
    .max(0.05)
    .default(0.001)
    .describe("cost of a trade at the reference market, taker fee and half the spread, as a share of its value"),
});

export type MarketSettings = Readonly<z.infer<typeof marketSettings>>;
