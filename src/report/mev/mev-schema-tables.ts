import { z } from "zod";
import { integers, numbers, texts } from "../schema-parts.ts";

export const blocksSchema = z
  .strictObject({
    block: integers("height from the start of the run"),
    time: integers("unix seconds"),
    price: numbers("reference price, quote per base"),
    poolBefore: numbers("pool's price before the block, quote per base"),
    poolAfter: numbers("pool's price after the block, quote per base"),
    baseFeeGwei: numbers("gwei a unit of gas that is burned"),
    transactions: integers("mined"),
    extracted: numbers("gross of the block's extractions, quote"),
  })
  .describe("one row a block, by column, from block 1");

export const extractionsSchema = z
  .strictObject({
    block: integers("block of the extraction"),
    kind: texts("by what happened on chain"),
    account: texts("name of the extractor's role"),
    sender: texts("what it calls itself"),
    basis: texts("observed on chain, or inferred with the help of the reference price"),
    transactions: texts("places in the block of its transactions, separated by spaces"),
    victims: texts("places in the block of its victims' transactions, separated by spaces"),
    seized: numbers("of a liquidation, the base that was seized, in tokens; 0 for all others"),
    paidFor: numbers("of a liquidation, the quote that was paid for it"),
    debt: numbers("of a liquidation, the debt that it stood for, quote"),
    gross: numbers("what its swaps left it with before gas, quote"),
    toBuilder: numbers("payments beside gas, and of the gas what was not burned, quote"),
    burned: numbers("base fee, quote"),
    net: numbers("what is left of the gross, quote"),
    victimLoss: numbers("what victims received less, quote"),
    poolGain: numbers("what liquidity providers have more, or less when negative, than without it, quote"),
  })
  .describe("one row an extraction, by column, in block order");

export const transactionsSchema = z
  .strictObject({
    block: integers("block of the transaction"),
    index: integers("place in the block"),
    account: texts("name of the account's role"),
    sender: texts("what it calls itself"),
    action: texts("what it asked for"),
    channel: z.array(z.enum(["public", "private", "bundle"])).describe("how it came to the builder"),
    success: z.array(z.boolean()).describe("false where it was reverted"),
    reason: texts("why it was reverted; empty on success"),
    side: texts("sell or buy of base in the pool, seen from who pays; empty without a swap there"),
    amountIn: numbers("tokens paid to the pool"),
    amountOut: numbers("tokens received from the pool"),
    priceBefore: numbers("pool's price before it, quote per base"),
    priceAfter: numbers("pool's price after it, quote per base"),
    gasPriceGwei: numbers("gwei paid a unit of gas"),
    payment: numbers("paid to the builder beside gas, ETH"),
    gain: numbers("what the pools gave the sender at the block's reference price before gas, quote"),
  })
  .describe("one row a mined transaction, by column, in block order");
