import type { BiddingRule } from "../../../src/agents/bidding/bidding-rule.ts";
import { type Random, stream } from "../../../src/core/random.ts";

/** What many auctions came to, means in ether. */
export interface Auctions {
  /** What the winner keeps: its value less its offer. */
  readonly kept: number;
  /** Highest value less the second; with one searcher, the value. */
  readonly gap: number;
  /** What the winner pays, of its value. */
  readonly paidShare: number;
  readonly wins: readonly number[];
}

export interface Rules {
  readonly searchers: readonly BiddingRule[];
  /** The searchers' values in an auction, ether. */
  readonly values: (random: Random) => readonly number[];
  readonly seed: number;
}

/** Independent private values of one law, given as the inverse of its distribution. */
export function privateValues(count: number, inverse: (u: number) => number): Rules["values"] {
  return (random) => Array.from({ length: count }, () => inverse(random()));
}

/** Sealed first-price auctions one after another: the highest offer wins, of two equal ones the earlier searcher's; each learns its own outcome. */
export function sealedAuctions({ searchers, values, seed }: Rules): (count: number) => Auctions {
  const law = stream(seed, "values");
  const chances = searchers.map((_, i) => stream(seed, `searcher-${i + 1}`));
  return (count) => {
    let [gap, paid, worth] = [0, 0, 0];
    const wins = searchers.map(() => 0);
    for (let auction = 0; auction < count; auction += 1) {
      const drawn = values(law);
      const wei = drawn.map((value) => BigInt(Math.round(value * 1e18)));
      const offers = searchers.map((rule, i) => rule.offer(wei[i]!, chances[i]!));
      let winner = 0;
      offers.forEach((offer, i) => (winner = offer > offers[winner]! ? i : winner));
      searchers.forEach((rule, i) => rule.learn(offers[i]!, wei[i]!, i === winner));
      const [first = 0, second = 0] = [...drawn].sort((a, b) => b - a);
      wins[winner]! += 1;
      gap += first - second;
      paid += Number(offers[winner]!) / 1e18;
      worth += Number(wei[winner]!) / 1e18;
    }
    return { kept: (worth - paid) / count, gap: gap / count, paidShare: paid / worth, wins };
  };
}
