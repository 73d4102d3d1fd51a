import { z } from "zod";

/** What the hedger room reads of a run's settings. */
export const hedgerSettings = z.strictObject({
  policy: z.enum(["interval", "band", "never"]).default("interval").describe("when hedges are brought back to delta"),
  interval: z.number().int().min(1).max(1_000_000).default(25).describe("with the policy interval: every so many blocks (blocks)"),
  band: z
    .number()
    .min(0)
    .max(10)
    .default(0.02)
    .describe("with the policy band: when the hedge is off by more than this share of the start capital's worth of base"),
  impliedVolatility: z.number().min(0.01).max(20).default(0.9).describe("volatility at which options are sold and marked (a year)"),
  expiryDays: z.number().positive().max(3_650).default(30).describe("time to expiry of the options at the start (days)"),
  hedgeVolatility: z
    .number()
    .min(0)
    .max(20)
    .default(0)
    .describe("volatility at which options are hedged (a year); 0 is that at which they are marked"),
  volatilityMarks: z
    .enum(["constant", "recorded"])
    .default("constant")
    .describe(
      "what options are marked at: hedger.impliedVolatility throughout, or after each recorded close of the scenario's volatility index, that",
    ),
  volatilitySlope: z
    .number()
    .min(0)
    .max(20)
    .default(0)
    .describe("by how much implied volatility rises beyond that when the logarithm of the price falls by 1 (a year)"),
  markAge: z.number().int().min(0).max(10_000).default(0).describe("age of the delta that hedgers trade to (blocks)"),
  mover: z
    .enum(["none", "hedged-lp", "option-twin", "short-straddle"])
    .default("none")
    .describe("whose hedge moves a reference market that answers; the other books only look on"),
  crowd: z.number().positive().max(1e6).default(1).describe("how many hedge as the book hedger.mover does, at the same time (count)"),
  marginCash: z
    .number()
    .min(0)
    .max(1_000)
    .default(0)
    .describe(
      "cash behind a hedge's margin, as a share of the start capital: a hedge that needs more is closed by force; 0 is credit without limit",
    ),
  marginRate: z.number().min(0).max(1).default(0.1).describe("margin that a hedge needs, as a share of its value"),
});

export type HedgerSettings = Readonly<z.infer<typeof hedgerSettings>>;
