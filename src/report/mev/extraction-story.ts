import type { FoundExtraction, MevBlock, MinedTransaction } from "./mev-blocks.ts";
import { gapText } from "./gap-text.ts";
import { percent } from "../number-format.ts";
import { tokenText } from "./token-text.ts";
import { unitText } from "../unit-text.ts";

/** An extraction in three sentences. */
export interface ExtractionStory {
  readonly before: string;
  readonly done: string;
  readonly paid: string;
}

const money = (value: number): string => unitText(value, "money");
const isShown = (value: number): boolean => /[1-9]/.test(money(value));

/** How an extraction came about, what was done, and who paid. Amounts are of the pool that the run is about; money is at the block's reference price. */
export function extractionStory(block: MevBlock, extraction: FoundExtraction): ExtractionStory {
  return { before: before(block, extraction), done: done(block, extraction), paid: paid(extraction) };
}

function before(block: MevBlock, { kind, own, victims, victimLoss }: FoundExtraction): string {
  const [first] = own;
  const state = `the pool stood at ${gapText(first?.priceBefore ?? block.poolBefore, block.price)}`;
  const [victim, another] = victims;
  if (victim !== undefined && another === undefined && victim.side !== "") {
    const lost = victim.side === "buy" ? victimLoss / block.price : victimLoss;
    const [wanted, given] = victim.side === "buy" ? ["base", "quote"] : ["quote", "base"];
    return `Before: ${state}; ${victim.account} was to receive ${tokenText(victim.amountOut + lost)} ${wanted} for ${tokenText(victim.amountIn)} ${given}.`;
  }
  if (victims.length > 1) return `Before: ${state}; ${victims.length} swaps of others were to come.`;
  const mover = kind === "back-run" ? moverBefore(block, first) : undefined;
  if (mover === undefined) return `Before: ${state}.`;
  const [from, to] = [unitText(mover.priceBefore, "price"), unitText(mover.priceAfter, "price")];
  return `Before: ${mover.account} moved the pool from ${from} to ${to}; ${state}.`;
}

/** The last swap in the pool before a transaction. */
function moverBefore(block: MevBlock, transaction: MinedTransaction | undefined): MinedTransaction | undefined {
  return block.transactions.findLast(({ index, success, side }) => success && side !== "" && index < (transaction?.index ?? 0));
}

function done(block: MevBlock, { account, kind, own, victims, seized, paidFor, debt }: FoundExtraction): string {
  if (kind === "liquidation") {
    const worth = money(seized * block.price);
    return `Done: ${account} took ${tokenText(seized)} base of collateral, worth ${worth}, for ${tokenText(paidFor)} quote, where ${tokenText(debt)} was owed.`;
  }
  const [first, ...rest] = own;
  const last = rest.at(-1);
  if (kind === "sandwich" && first !== undefined && last !== undefined) {
    const whom = victims.length === 1 ? (victims[0]?.account ?? "") : `${victims.length} victims`;
    const between = rest.length > 1 ? `, ${rest.length - 1} more between,` : "";
    return `Done: ${account} ${pastText(first)} ahead of ${whom}${between} and ${pastText(last)} after.`;
  }
  const deeds = own.map((each) => {
    const rate = each.side === "" || each.action === "flash-arbitrage" ? "" : worthText(each, block.price);
    return pastText(each) + rate;
  });
  return `Done: ${account} ${deeds.length === 0 ? "acted outside of this pool" : deeds.join(", then ")}.`;
}

function pastText({ action, side, amountIn, amountOut }: MinedTransaction): string {
  if (side === "") return "acted outside of this pool";
  const isFlash = action === "flash-arbitrage";
  if (side === "buy") {
    const second = isFlash ? ", and sold it in the second pool at once" : "";
    return `bought ${tokenText(amountOut)} base for ${tokenText(amountIn)} quote${second}`;
  }
  const second = isFlash ? " that it bought in the second pool at once" : "";
  return `sold ${tokenText(amountIn)} base for ${tokenText(amountOut)} quote${second}`;
}

/** What the base of a swap is worth at the reference price. */
function worthText({ side, amountIn, amountOut }: MinedTransaction, price: number): string {
  const base = side === "buy" ? amountOut : amountIn;
  return `; at the reference price that base is worth ${money(base * price)}`;
}

/** What was bid beyond the debt is the penalty; what is missing is the bad debt. */
function lenderText({ paidFor, debt }: FoundExtraction): string {
  const borrower = "the borrower lost the collateral";
  if (paidFor >= debt) return `${borrower} and owes nothing, the lender got ${money(paidFor - debt)} more than was owed`;
  return `${borrower} and owes nothing, the lender lost ${money(debt - paidFor)} of what was owed`;
}

function paid(extraction: FoundExtraction): string {
  const { kind, account, victims, victimLoss, poolGain, gross, toBuilder, burned, net } = extraction;
  const parts: string[] = [];
  if (victims.length > 0) {
    const whom = victims.length === 1 ? (victims[0]?.account ?? "") : `${victims.length} victims`;
    parts.push(`${whom} received ${money(victimLoss)} less`);
  }
  if (isShown(poolGain)) parts.push(`liquidity providers ${poolGain > 0 ? "gained" : "lost"} ${money(Math.abs(poolGain))}`);
  const others = kind === "sandwich" ? victimLoss - gross - poolGain : 0;
  if (isShown(others)) parts.push(`other swaps between ${others > 0 ? "gained" : "lost"} ${money(Math.abs(others))}`);
  if (kind === "liquidation") parts.push(lenderText(extraction));
  parts.push(`${account} ${gross < 0 ? "lost" : "took"} ${money(Math.abs(gross))} before costs`);
  if (isShown(toBuilder)) {
    const share = gross > 0 ? ` (${percent(toBuilder / gross, 1)} of that)` : "";
    parts.push(`the builder got ${money(toBuilder)}${share}`);
  }
  if (isShown(burned)) parts.push(`${money(burned)} was burned`);
  parts.push(`${account} ${net < 0 ? "was left with a loss of" : "kept"} ${money(Math.abs(net))}`);
  return `Who paid: ${parts.join(", ")}.`;
}
