import type { Random } from "../../core/random.ts";
import type { Action, Bid } from "../../core/words.ts";
import type { BiddingRule } from "../bidding/bidding-rule.ts";
import type { News } from "../searcher.ts";
import type { View } from "../view.ts";

/** What is paid for a bundle's place: so much a unit of gas, and so much beside it. */
export interface Offer {
  /** Of each of the bundle's own transactions: the base fee, and nothing to the builder. */
  readonly bid: Bid;
  /** To the builder, wei. */
  readonly payment: bigint;
}

/** Bids against the place that gas alone would buy: the middle of what others bid, so that a bundle is not outbid by the crowd. */
const USUAL_QUANTILE = 0.5;

/** One searcher's bids in a sealed auction: what it offers for each block, and what its rule learns of it. */
export class SealedOffers {
  readonly #rule: BiddingRule;
  #last: { readonly block: number; readonly offer: bigint; readonly value: bigint } | null = null;

  constructor(rule: BiddingRule) {
    this.#rule = rule;
  }

  /**
   * Decides what to pay for a bundle; null where it would not pay.
   *
   * @param own actions of the bundle; the one that pays the builder has a payment already, whatever it is, since only their gas counts
   * @param profit of the bundle before gas and payment, wei
   * @param minimum that it must leave, wei
   */
  make(view: View, own: readonly Action[], profit: bigint, minimum: bigint, random: Random): Offer | null {
    const gas = BigInt(own.reduce((sum, action) => sum + view.scheduledGas(action), 0));
    // What the builder could have had for the same gas: a bundle that pays less than that is not taken.
    const crowd = gas * (view.bid(USUAL_QUANTILE).expected - view.baseFee);
    const value = profit - gas * view.baseFee - crowd - minimum;
    if (value <= 0n) return null;
    const offer = this.#rule.offer(value, random);
    this.#last = { block: view.block, offer, value };
    return { bid: { maxFeePerGas: view.baseFee, maxPriorityFeePerGas: 0n, expected: view.baseFee }, payment: crowd + offer };
  }

  /** What was made is not sent after all. */
  drop(): void {
    this.#last = null;
  }

  hear({ block, included }: News): void {
    if (this.#last?.block === block) this.#rule.learn(this.#last.offer, this.#last.value, included.length > 0);
    this.#last = null;
  }
}
