import { decimal } from "../number-format.ts";
import { unitText } from "../unit-text.ts";
import { foundToBe } from "./found-to-be.ts";
import type { MevBlock } from "./mev-blocks.ts";
import type { MevTable } from "./mev-table.ts";
import { moneyCells } from "./money-cells.ts";
import { swapText } from "./swap-text.ts";
import { tokenText } from "./token-text.ts";

/** A block's transactions in their order: who, what, at which price, and what it was found to be. */
export function blockTable(block: MevBlock): MevTable {
  const money = moneyCells(block.transactions.map(({ gain }) => gain));
  return {
    caption: `The order of block ${block.block}`,
    head: [
      "place",
      "who",
      "calls itself",
      "what",
      "found to be",
      "channel",
      "price before",
      "price after",
      "gas price, gwei",
      "paid, ETH",
      "gain",
    ],
    labels: 6,
    rows: block.transactions.map((each) => [
      String(each.index),
      each.account,
      each.sender,
      swapText(each),
      foundToBe(block, each.index) || "–",
      each.channel,
      unitText(each.priceBefore, "price"),
      each.priceAfter === each.priceBefore ? "the same" : unitText(each.priceAfter, "price"),
      decimal(each.gasPriceGwei, 1),
      each.payment === 0 ? "–" : tokenText(each.payment),
      money.signed(each.gain),
    ]),
  };
}
