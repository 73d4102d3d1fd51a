/**
 * What a venue that decodes in full reports beside swaps and transfers. Accounts are named as everywhere; who is no account of the run, by address.
 */

/** Amounts of both tokens. */
export interface TokenAmounts {
  readonly base: bigint;
  readonly quote: bigint;
}

/** Reserves of a pair as its own event reports them, after whatever moved them. */
export interface SyncEffect extends TokenAmounts {
  readonly type: "sync";
  readonly pool: "pair" | "side-pair";
}

/** ETH made into base, or, where the amount is negative, base into ETH. */
export interface WrapEffect {
  readonly type: "wrap";
  readonly account: string;
  readonly amount: bigint;
}

/** ETH that a call carried, wei. */
export interface EtherEffect {
  readonly type: "ether";
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

/** What the lending market's own event reports. */
export type LendingEffect =
  | {
      readonly type: "lending";
      readonly event: "opened";
      readonly borrower: string;
      readonly collateral: bigint;
      readonly debt: bigint;
    }
  | { readonly type: "lending"; readonly event: "kicked"; readonly auction: number; readonly borrower: string; readonly tab: bigint }
  | {
      readonly type: "lending";
      readonly event: "bid";
      readonly auction: number;
      readonly bidder: string;
      readonly lot: bigint;
      readonly amount: bigint;
    }
  | { readonly type: "lending"; readonly event: "settled" | "restarted"; readonly auction: number };
