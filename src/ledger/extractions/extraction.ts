import type { Amounts } from "../../amm/uniswap-v2.ts";
import type { AccountId } from "../../core/words.ts";
import type { Deed } from "./deed.ts";

export type ExtractionKind = "arbitrage" | "sandwich" | "back-run" | "liquidation";

/** A swap that received less because of a sandwich. */
export interface Victim {
  /** Place of its transaction in the block. */
  readonly index: number;
  readonly account: AccountId;
  /** What it was to receive. */
  readonly asset: "base" | "quote";
  /** Smallest units of it that it received less than without the sandwich. */
  readonly lost: bigint;
  /** The same in quote at the block's reference price. */
  readonly lostValue: number;
}

/**
 * Value taken by who chose the place of its transactions, what it cost and who paid it. In quote at the block's reference price, pool against
 * traders: `grossValue` + `poolGain` + `windfallValue` = Σ `lostValue`, but for what a liquidation takes from the borrower.
 */
export interface Extraction {
  readonly kind: ExtractionKind;
  readonly account: AccountId;
  /** Own name of the sender of the first transaction. */
  readonly sender: string;
  /** Places in the block of the extractor's own transactions, in order. */
  readonly transactions: readonly number[];
  /** One for each swap that lost; empty for all but a sandwich. */
  readonly victims: readonly Victim[];
  /** Of a liquidation, the collateral that was seized, in smallest units; null for all others. */
  readonly collateral: Deed["collateral"];
  /** What its swaps and the collateral it seized left it with, signed, before gas. */
  readonly gross: Amounts;
  /** The same at the block's reference price, quote. */
  readonly grossValue: number;
  /** Wei, over its transactions; ETH is worth as much as base. */
  readonly gasFee: bigint;
  /** Wei of the gas fee. */
  readonly burned: bigint;
  /** Wei. */
  readonly payment: bigint;
  /** `grossValue` less gas fee and payment, quote. */
  readonly netValue: number;
  /** What liquidity providers have more (+) or less (−) than without these transactions, fees included, at the reference price, quote. */
  readonly poolGain: number;
  /**
   * What the other swaps between the legs of a sandwich received more by it, signed, quote: those in the other direction, and the account's own
   * that are no legs. 0 for all other kinds.
   */
  readonly windfallValue: number;
  /** Read off the chain, or concluded with the help of a reference price that the chain does not know. */
  readonly basis: "observed" | "inferred";
}
