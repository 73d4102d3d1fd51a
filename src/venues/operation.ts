import type { Side } from "../core/words.ts";

/** Who can be paid: the account that acts, another one, the pair itself, or a token's contract, which swaps refuse. */
export type Payee = "trader" | "other" | "pair" | "weth";

/**
 * One step of a sequence that is carried out on the bytecode and on its twin alike. All calls are the trader's; it is allowed everything. The
 * pair is new and empty at the start, the protocol fee off.
 */
export type Operation =
  /** Lets time pass: what follows is in another block. */
  | { readonly op: "wait"; readonly seconds: number }
  /** Sends tokens to the pair, whether as payment or as a gift. */
  | { readonly op: "pay"; readonly asset: "base" | "quote" | "liquidity"; readonly amount: bigint }
  | { readonly op: "mint"; readonly to: Payee }
  | { readonly op: "burn"; readonly to: Payee }
  | { readonly op: "swap"; readonly baseOut: bigint; readonly quoteOut: bigint; readonly to: Payee }
  | { readonly op: "skim"; readonly to: Payee }
  | { readonly op: "sync" }
  /** The factory names somebody who gets the protocol fee, or nobody. */
  | { readonly op: "protocol-fee"; readonly on: boolean }
  /** The router's swapExactTokensForTokens, addLiquidity and removeLiquidity; `late` has its deadline behind it. */
  | { readonly op: "trade"; readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint; readonly late: boolean }
  | {
      readonly op: "add-liquidity";
      readonly base: bigint;
      readonly quote: bigint;
      readonly minBase: bigint;
      readonly minQuote: bigint;
      readonly late: boolean;
    }
  | {
      readonly op: "remove-liquidity";
      readonly liquidity: bigint;
      readonly minBase: bigint;
      readonly minQuote: bigint;
      readonly late: boolean;
    }
  /** The executor's swap and withdraw, out of its own stock. */
  | { readonly op: "arbitrage"; readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint }
  | { readonly op: "withdraw"; readonly asset: "base" | "quote"; readonly amount: bigint };

/** Steps in their order, from a time on. */
export interface Sequence {
  /** Unix seconds of the first block. */
  readonly start: number;
  readonly operations: readonly Operation[];
}

/** Accounts whose balances are observed. */
export const OBSERVED_ACCOUNTS = ["trader", "other", "pair", "protocol", "trader-executor", "bridge", "zero", "weth"] as const;

/** What each of the trader and its executor holds of either token at the start, in smallest units. */
export const STOCK = 2n ** 140n;

/** Names of the values of an observation, in their order. */
export const OBSERVED: readonly string[] = [
  ...OBSERVED_ACCOUNTS.flatMap((account) => ["base", "quote", "liquidity"].map((asset) => `${asset} of ${account}`)),
  "reserve of base",
  "reserve of quote",
  "time of the last update",
  "supply of liquidity",
  "kLast",
  "cumulative price of base",
  "cumulative price of quote",
];

/** What one operation that is not a wait came to. */
export interface Observation {
  /** Why it was reverted, in the contract's own words; null when it was not. */
  readonly reason: string | null;
  /** As `OBSERVED` names them. */
  readonly values: readonly bigint[];
}
