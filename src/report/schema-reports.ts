import { z } from "zod";
import { count, int, interval, num, text } from "./schema-parts.ts";

const linesSchema = z
  .strictObject({
    exposure: num("holdings at the start of each block times the move of the price"),
    premium: num("swap fees, or theta"),
    bleed: num("loss versus rebalancing, or half gamma times the squared move"),
    gap: num("the same of moves while the market was closed, and what the expansion leaves of them"),
    flow: num("all markouts without fees, less bleed"),
    vega: num("change of implied volatility"),
    wrongVolatility: num("of a hedge whose delta is taken at another volatility than the mark's"),
    staleMark: num("of a hedge whose delta is taken at an old price"),
    funding: num("of the hedge"),
    basis: num("what the future that the hedge is held in gained or lost beyond the price"),
    execution: num("fees and usual spread of the hedge"),
    spread: num("what the spread cost beyond the usual"),
    impact: num("what the hedge's own size cost it"),
    liquidation: num("fee of a hedge that was closed by force"),
    shortfall: num("loss of such a hedge beyond its margin, which the exchange's fund bears; a gain to the book"),
    higherOrder: num("what the expansion leaves"),
    replication: num("what an insurer's trades made of the put that he set out to make, more or less than that put"),
    rounding: num("integer dust"),
  })
  .describe("where the result came from, quote, signed; absent lines are zero");

export const bookSchema = z.strictObject({
  book: z.enum(["hold", "lp", "hedged-lp", "option-twin", "short-straddle", "desk", "insurer"]).describe("stable name"),
  title: text("a few words for a table's head"),
  collateral: text("what it holds and what stands behind it"),
  startCapital: num("quote"),
  lines: linesSchema,
  total: num("change of value from balances and marks, quote"),
  worst: num("lowest total on the way, quote"),
  peakMargin: num("most margin that stood behind it at any block, quote"),
  returnOnPeakCapital: num("total over start capital and peak margin, as a share"),
  hedge: z.strictObject({
    trades: count("trades of the hedge"),
    turnover: num("value traded by the hedge, quote"),
    closedAt: count("block in which it was closed by force")
      .nullable()
      .describe("block in which it was closed by force; null where it was not"),
  }),
});

export const findingSchema = z.strictObject({
  id: text("stable name"),
  sentence: text("a plain sentence"),
  field: text("path of the number behind it in this result"),
  value: num("that number"),
  interval: interval("95 % interval").nullable().describe("95 % interval as basis says; null where the number is exact"),
  basis: text("how the interval was made"),
});

export const flowSchema = z.strictObject({
  participant: text("pool, arbitrageurs, traders, or a book's name for its hedge"),
  netBase: num("net purchase of base over the run, tokens"),
  netQuote: num("the same in quote at the price of each block"),
  slopes: z.array(
    z.strictObject({
      horizon: z.union([z.literal(1), z.literal(50), z.literal(300), z.literal(1200)]).describe("blocks"),
      slope: num("purchase in quote per unit of log return")
        .nullable()
        .describe("purchase in quote per unit of log return; null where the run is too short"),
      standardError: num("of the slope").nullable().describe("standard error of the slope"),
    }),
  ),
  benchmarkSlope: num("slope").nullable().describe("slope that a fee-free pool of this value would have; null for others"),
  shareSoldInWorstTenth: num("share")
    .nullable()
    .describe("sold in the tenth of blocks with the lowest returns, over all it sold; null if it sold nothing"),
});

export const markoutSchema = z.strictObject({
  sender: text("kind of participant"),
  effect: text("what the swaps did on chain"),
  swaps: count("how many"),
  volume: num("quote at the reference price of each swap's block"),
  fees: num("quote"),
  poolMarkout: num("the pool's gain, fees included, quote"),
});

export const senderSchema = z.strictObject({
  sender: text("kind of participant"),
  submitted: count("transactions"),
  mined: count("transactions"),
  reverted: count("transactions"),
  cancelled: count("transactions"),
  replaced: count("transactions"),
  unaffordable: count("decisions that the account could not afford"),
  stillPending: count("transactions"),
  gasPaid: num("quote at the price of each block"),
  meanWait: num("blocks from submission to inclusion"),
  longestWait: num("blocks from submission to inclusion"),
  profit: num("gain less the exposure of what they held, quote"),
});

export const intrabarSchema = z.strictObject({
  level: z.enum(["low", "default", "high"]),
  setting: num("variance inside a bar, as a multiple of the fitted one"),
  realisedVariance: num("sum of squared log returns"),
  lossVersusRebalancing: num("as in the pool's key of that name"),
  optionTwin: num("result of the book, quote"),
  shortStraddle: num("result of the book, quote"),
  breakEvenVolatility: num("volatility a year at which the option twin's theta would have paid for its bleed"),
});

export const identitySchema = z.strictObject({
  identity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  name: text("what must be equal"),
  checks: count("how often it was checked"),
  largestGap: num("largest gap found"),
  tolerance: num("largest gap allowed"),
  unit: text("of gap and tolerance"),
});

export const seed = int("of every random stream");
