import { z } from "zod";

/** What the hedger room reads of a run's settings. */
export const hedgerSettings = z.strictObject({
  policy: z
    .enum(["interval", "band", "never", "whalley-wilmott", "leland", "at-the-close"])
    .default("interval")
    .describe(
      "when hedges are brought back to delta: every hedger.interval blocks, outside a band, never, to the edge of the cost-optimal band of Whalley and Wilmott, at intervals to the delta of Leland's volatility, or in the last block of each session, or day by universal time",
    ),
  interval: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(25)
    .describe("with the policies interval and leland: every so many blocks (blocks)"),
  band: z
    .number()
    .min(0)
    .max(10)
    .default(0.02)
    .describe("with the policy band: when the hedge is off by more than this share of the start capital's worth of base"),
  inHalts: z
    .enum(["pause", "trade"])
    .default("pause")
    .describe("whether hedges wait while the reference market stands still, or are traded elsewhere at the price that it does not show"),
  riskAversion: z
    .number()
    .positive()
    .max(1e6)
    .default(1e-4)
    .describe("with the policy whalley-wilmott: constant absolute risk aversion (per unit of quote)"),
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
  indexStaleness: z
    .number()
    .min(0)
    .max(0.99)
    .default(0)
    .describe(
      "share of the index that has not traded since the block before: hedgers take their delta at an index of last trades and not at the price, but for those of a liquidity position, who read its reserves on chain",
    ),
  desk: z
    .enum(["none", "call", "put", "straddle", "strangle", "iron-condor", "strip"])
    .default("none")
    .describe("what a further desk holds in options; a strip is the one that replicates a liquidity position"),
  deskSide: z.enum(["short", "long"]).default("short").describe("whether that desk has sold it or bought it"),
  deskSize: z
    .enum(["dollar-gamma", "vega", "capital"])
    .default("dollar-gamma")
    .describe("what of it is matched: the liquidity position's dollar gamma, the option twin's vega, or the start capital"),
  deskAmount: z.number().positive().max(1_000).default(1).describe("how many times that is matched (times)"),
  deskStrike: z
    .number()
    .positive()
    .max(100)
    .default(1)
    .describe("the position's strike, or the middle of its strikes, over the start price (times)"),
  deskWidth: z
    .number()
    .positive()
    .max(0.45)
    .default(0.1)
    .describe(
      "distance of a strangle's strikes, and of a condor's from each other, from the middle, as a share of it; a strip reaches ten times as far",
    ),
  model: z
    .enum(["black-scholes", "merton", "heston"])
    .default("black-scholes")
    .describe("model of prices at which that desk's options are sold and marked; implied volatility is that of the diffusion"),
  jumpsPerYear: z.number().min(0).max(1_000).default(10).describe("with the model merton: how often the price jumps (a year)"),
  jumpMean: z.number().min(-1).max(1).default(-0.05).describe("with the model merton: mean of a jump's logarithm"),
  jumpDeviation: z.number().min(0).max(1).default(0.1).describe("with the model merton: deviation of a jump's logarithm"),
  meanReversion: z
    .number()
    .positive()
    .max(100)
    .default(4)
    .describe("with the model heston: speed at which variance returns to its mean (a year)"),
  longVariance: z.number().min(0).max(400).default(0.8).describe("with the model heston: variance returned to (a year)"),
  volOfVariance: z.number().positive().max(100).default(1).describe("with the model heston: volatility of the variance (a year)"),
  correlation: z.number().gt(-1).lt(1).default(-0.5).describe("with the model heston: correlation of variance and price"),
  insurance: z
    .enum(["none", "synthetic-put", "cppi"])
    .default("none")
    .describe(
      "how a portfolio insurer protects the same capital: by a synthetic put that expires with the options, or by constant proportions",
    ),
  floor: z.number().gt(0).lt(1).default(0.9).describe("what the insurer wants to keep, as a share of the start capital"),
  multiple: z.number().positive().max(50).default(4).describe("with the insurance cppi: exposure over the cushion above the floor (times)"),
  mover: z
    .enum(["none", "hedged-lp", "option-twin", "short-straddle", "desk", "insurer"])
    .default("none")
    .describe("whose hedge moves a reference market that answers; the other books only look on"),
  crowd: z.number().positive().max(1e6).default(1).describe("how many hedge as the book hedger.mover does, at the same time (count)"),
  crowdShare: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe("value that hedges as the book hedger.mover does, as a share of market.depth, in place of hedger.crowd; 0 leaves it to that"),
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
