import { z } from "zod";
import { amounts, integers, num, numbers, text, texts } from "./schema-parts.ts";

/** Of a book that a run may have. */
const ofChosen = (description: string) => numbers(`${description}; only where the run has the book`).exactOptional();

export const seriesSchema = z
  .strictObject({
    block: integers("height from the start of the run"),
    time: integers("unix seconds"),
    priceE8: integers("reference price, in 1e-8 quote per base"),
    poolPrice: numbers("price in the pool after the block"),
    reserveBase: numbers("tokens in the pool"),
    reserveQuote: numbers("tokens in the pool"),
    hold: numbers("value of the book, quote"),
    lp: numbers("value of the book, quote"),
    hedgedLp: numbers("value of the book, quote"),
    optionTwin: numbers("value of the book, quote"),
    shortStraddle: numbers("value of the book, quote"),
    desk: ofChosen("value of the book, quote"),
    insurer: ofChosen("value of the book, quote"),
    dollarGammaLp: numbers("price squared times gamma, quote"),
    dollarGammaTwin: numbers("price squared times gamma, quote"),
    dollarGammaStraddle: numbers("price squared times gamma, quote"),
    dollarGammaDesk: ofChosen("price squared times gamma, quote"),
    dollarGammaInsurer: ofChosen("price squared times gamma of the position that it sets out to make, quote"),
    slippageSell10k: numbers("cost of selling base worth 10,000, as a share of it"),
    slippageSell100k: numbers("cost of selling base worth 100,000, as a share of it"),
    slippageSell1m: numbers("cost of selling base worth 1,000,000, as a share of it"),
    slippageBuy10k: numbers("cost of buying base worth 10,000, as a share of it"),
    slippageBuy100k: numbers("cost of buying base worth 100,000, as a share of it"),
    slippageBuy1m: numbers("cost of buying base worth 1,000,000, as a share of it"),
    depthDown2: numbers("quote paid out when the pool price falls by 2 %"),
    depthUp2: numbers("quote taken in when the pool price rises by 2 %"),
    cumulativeFees: numbers("running sum of the pool's fees, quote"),
    cumulativeBleed: numbers("running sum of loss versus rebalancing, quote"),
    cumulativeArbitrageMarkout: numbers("running sum of the pool's markouts against arbitrageurs, quote"),
    cumulativeTraderMarkout: numbers("running sum of the pool's markouts against traders, quote"),
    netBasePool: numbers("running net purchase of base, tokens"),
    netBaseArbitrageurs: numbers("running net purchase of base, tokens"),
    netBaseTraders: numbers("running net purchase of base, tokens"),
    netBaseLpHedge: numbers("running net purchase of base, tokens"),
    netBaseTwinHedge: numbers("running net purchase of base, tokens"),
    netBaseStraddleHedge: numbers("running net purchase of base, tokens"),
    netBaseDeskHedge: ofChosen("running net purchase of base, tokens"),
    netBaseInsurer: ofChosen("running net purchase of base, tokens"),
    gasFloorGwei: numbers("gwei below which nothing was included"),
    pending: integers("transactions left waiting after the block"),
  })
  .describe("one row a block, by column; row 0 is the state before the first block");

export const swapsSchema = z
  .strictObject({
    block: integers("block of the swap"),
    index: integers("place in the block"),
    account: texts("name of the account's role"),
    sender: texts("kind of participant who sent it"),
    effect: texts("what it did on chain"),
    side: texts("sell or buy of base, seen from who pays"),
    amountIn: amounts("smallest units, as decimal text"),
    amountOut: amounts("smallest units, as decimal text"),
    fee: numbers("quote at the reference price of the block"),
    poolMarkout: numbers("the pool's gain at the reference price of the block, quote, fee included"),
  })
  .describe("one row a swap, by column, in block order");

export const gapSchema = z
  .strictObject({ median: num("half of the blocks lie below"), p95: num("19 of 20 blocks lie below"), max: num("largest") })
  .describe("absolute gap of the pool's price to the reference price after each block, as a share");

export const recordedPoolSchema = z
  .strictObject({
    source: text("where the recorded reserves come from"),
    time: integers("unix seconds"),
    recordedBase: numbers("tokens"),
    recordedQuote: numbers("tokens"),
    modelBase: numbers("tokens"),
    modelQuote: numbers("tokens"),
    recordedFlow: numbers("cumulative flow of base without mints and burns, tokens"),
    modelFlow: numbers("cumulative flow of base without mints and burns, tokens"),
    flowCorrelation: num("correlation of the two cumulative flows"),
    recordedGap: gapSchema,
    modelGap: gapSchema,
    bareBand: z
      .strictObject({ flowCorrelation: num("correlation of its cumulative flow with the recorded one"), gap: gapSchema })
      .describe("the same pool with nothing but its fee between it and the reference: no gas, no waiting, no traders"),
  })
  .describe("the recorded pool beside the model");
