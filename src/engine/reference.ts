import { InputError } from "../core/errors.ts";
import type { Fill } from "../core/fill.ts";
import { baseNumber, priceNumber, toPrice, toQuote } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import { type LinearImpact, linearImpact } from "../market/impact/linear-impact.ts";
import { fillAt } from "../market/reference-market.ts";
import type { World } from "./world.ts";

/** A price that trades have moved by e to this power says nothing any more. */
const OUT_OF_SIGHT = 10;

/** What a taker's trade does to the reference market: how many trade alike at the same time, and whether the price remembers them. */
export interface Crowd {
  readonly alike: number;
  readonly isRemembered: boolean;
}

/** A trade like any other, in a market that remembers it. */
const ALONE: Crowd = { alike: 1, isRemembered: true };

/**
 * The reference market of a run. Where nobody moves it, its prices are the path's; where it answers, each block's is the path's times what all trades
 * of the blocks before have left behind, so that who trades on a price moves the next one.
 */
export class Reference {
  /** Of every block; those that the run has not reached are the path's. */
  readonly prices: PriceE8[];
  readonly #path: readonly PriceE8[];
  readonly #impact: LinearImpact | null;
  readonly #market: World["settings"]["market"];
  /** What trades have left in the log of the price. */
  #logMove = 0;

  constructor({ prices, settings: { market } }: Pick<World, "prices" | "settings">) {
    const { permanentImpact: permanent, temporaryImpact: temporary } = market;
    const depth = market.depth / priceNumber(prices[0] ?? 1n);
    this.prices = [...prices];
    this.#market = market;
    this.#path = prices;
    this.#impact = permanent === 0 && temporary === 0 ? null : linearImpact({ depth, permanent, temporary });
  }

  /** Goes on to a block. */
  reach(block: number): void {
    const path = this.#path[block];
    if (path === undefined || this.#logMove === 0) return;
    this.#checkInSight(this.#logMove, block);
    this.prices[block] = toPrice(priceNumber(path) * Math.exp(this.#logMove));
  }

  /**
   * What a trade is asked for at a price; impact rounded up to a unit of quote.
   *
   * @param base to buy, in the smallest unit; negative to sell
   * @param cost as a share of the value
   */
  quote(base: bigint, price: PriceE8, cost: number, { alike }: Crowd = ALONE): Fill {
    const fill = fillAt(base, price, cost);
    if (this.#impact === null || base === 0n) return fill;
    const [amount, each] = [baseNumber(base), priceNumber(price)];
    this.#checkPaid(-amount * alike);
    const { quote, logMove } = this.#impact.trade(amount * alike, each);
    this.#checkInSight(logMove, null);
    const paid = quote / alike;
    const impact = toQuote(Math.max(0, paid - amount * each)) + 1n;
    return { ...fill, impact };
  }

  #checkInSight(logMove: number, block: number | null): void {
    if (Math.abs(logMove) <= OUT_OF_SIGHT) return;
    const by = block === null ? "one trade would move" : `by block ${block} trades have moved`;
    throw new InputError("IMPACT_OUT_OF_SIGHT", `${by} the price by a factor of ${Math.exp(logMove).toExponential(1)}`, {
      value: `market.permanentImpact=${this.#market.permanentImpact}`,
      allowed: "less of it, a larger market.depth, or a smaller hedger.crowd or hedger.crowdShare",
    });
  }

  /** A sale so large that its seller would have to pay for it is no trade. */
  #checkPaid(sold: number): void {
    const largest = this.#impact?.largestSale ?? Infinity;
    if (sold <= largest) return;
    throw new InputError("IMPACT_UNPAID", `a sale of ${sold.toPrecision(4)} base at once would bring nothing`, {
      value: `market.temporaryImpact=${this.#market.temporaryImpact}`,
      allowed: `a sale of at most ${largest.toPrecision(4)} base: less impact, a larger market.depth, or a smaller hedger.crowd or hedger.crowdShare`,
    });
  }

  /** Takes a trade into the price, from the next block on. */
  remember(base: bigint, { alike, isRemembered }: Crowd = ALONE): void {
    if (this.#impact === null || !isRemembered) return;
    this.#logMove += this.#impact.trade(baseNumber(base) * alike, 1).logMove;
  }
}
