import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { linearImpact } from "../../../src/market/impact/linear-impact.ts";

/** Someone who wants to hold so much base at a price, less what he wanted at first. */
export interface Follower {
  /** In base. */
  readonly holds: (price: number) => number;
  /** Purchase for a rise of the log price, in quote: what the theory says of `holds`. */
  readonly reacts: (price: number) => number;
  /** How far fills stray from what was wanted, as a share; 0 for none. */
  readonly slack: number;
}

/** A crash with followers and its twin without, and the gain that it truly had. */
export interface FollowedMarket {
  readonly on: readonly number[];
  readonly off: readonly number[];
  /** Mean loop gain of the blocks, weighted with the squared return that was answered. */
  readonly gain: number;
}

export interface FollowedSettings {
  readonly blocks: number;
  /** Of the log price without followers, a block. */
  readonly deviation: number;
  readonly drift: number;
  /** Log move per token bought. */
  readonly impact: number;
  readonly start: number;
}

/**
 * A market in which all followers trade one block after what they saw: in each block the price first moves by what would have moved it anyway, and then by
 * their trades, which bring them to what they want to hold at the last block's price.
 */
export function followedMarket(settings: FollowedSettings, followers: readonly Follower[], seed: number): FollowedMarket {
  const normal = standardNormal(stream(seed, "path"));
  const fills = standardNormal(stream(seed, "fills"));
  const market = linearImpact({ depth: 1, permanent: settings.impact, temporary: 0 });
  const [on, off] = [[settings.start], [settings.start]];
  let left = 0;
  let [weighted, weights] = [0, 0];
  for (let block = 1; block <= settings.blocks; block += 1) {
    const fundamental = (off[block - 1] ?? NaN) * Math.exp(settings.drift + settings.deviation * normal());
    off.push(fundamental);
    const seen = on[block - 1] ?? NaN;
    const before = on[block - 2] ?? seen;
    const answered = Math.log(seen / before);
    for (const { holds, slack } of followers) {
      const base = (holds(seen) - holds(before)) * (1 + slack * fills());
      left += market.trade(base, fundamental * Math.exp(left)).logMove;
    }
    on.push(fundamental * Math.exp(left));
    const slope = followers.reduce((sum, each) => sum + each.reacts(Math.sqrt(seen * before)), 0);
    weighted += (settings.impact / Math.sqrt(seen * before)) * slope * answered * answered;
    weights += answered * answered;
  }
  return { on, off, gain: weighted / weights };
}
