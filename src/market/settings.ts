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
  spreadSurge: z
    .number()
    .min(0)
    .max(5)
    .default(0)
    .describe(
      "elasticity of what a hedger pays to volatility: market.cost grows with (recent over usual volatility) to this power, where that is above 1",
    ),
  fundingRate: z
    .number()
    .min(-100)
    .max(100)
    .default(0)
    .describe(
      "what who is long at the reference market pays who is short, as a share of the position's value; below 0 the short pays (a year)",
    ),
  futuresDiscount: z
    .number()
    .min(0)
    .max(10)
    .default(0)
    .describe("by how much further than the price the future that hedgers trade falls (log points a fall of the log price by 1)"),
  discountHalfLife: z
    .number()
    .positive()
    .max(87_600)
    .default(24)
    .describe("time in which half of the discount closes that market.futuresDiscount has opened (hours)"),
  depth: z
    .number()
    .min(1)
    .max(1e15)
    .default(1e9)
    .describe("value that impact is measured by, at the start's price: all that there is of the asset, or what a day turns over (quote)"),
  permanentImpact: z
    .number()
    .min(0)
    .max(1_000)
    .default(0)
    .describe("lasting move of the log price when market.depth is bought; 0 is a market that nobody moves"),
  temporaryImpact: z
    .number()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe("what a purchase of market.depth pays beyond that, and nobody after it, as a share of the price"),
  circuitBreakers: z
    .enum(["off", "on", "recorded"])
    .default("off")
    .describe(
      "whether the reference market stops: never, at falls of 7, 13 and 20 % from the close before by today's rules of the New York Stock Exchange, or when the scenario's record has it stop; the pool never does",
    ),
  liquidationFee: z.number().min(0).max(0.2).default(0.005).describe("fee for closing a hedge by force, as a share of its value"),
});

export type MarketSettings = Readonly<z.infer<typeof marketSettings>>;
