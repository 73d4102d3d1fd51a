import type { BookName, BookStatement } from "../../core/result.ts";
import type { Reacting } from "../../ledger/measures/reaction.ts";
import type { Moment } from "../moment.ts";
import type { LpShare } from "./lp-share.ts";

/** What a book lives through in a block. */
export interface BookStep {
  readonly moment: Moment;
  /** Years to expiry after the block. */
  readonly tauAfter: number;
  /** The liquidity position that the books share. */
  readonly share: LpShare;
}

/** One of the books: a view of one position, kept in quote. */
export interface Book {
  readonly name: BookName;
  /** Takes the exposure of what it held at the start of the block, then trades at S(t), then marks. */
  step(step: BookStep): void;
  /** Value now, from balances and marks; at the start the capital. */
  value(): number;
  /** S²·Γ now. */
  dollarGamma(): number;
  /** How its trades at the reference market answer the price; null where it makes none. */
  reacting(): Reacting | null;
  /** Base held as a hedge. */
  hedge(): number;
  /** Checks identity 1 and returns the gap as a share of the capital. */
  check(block: number): number;
  statement(block: number): BookStatement;
}
