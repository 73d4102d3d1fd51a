import type { AccountId } from "../../core/words.ts";
import type { PoolSwap } from "./pool-swaps.ts";

export interface Sandwich {
  /** The attacker's swaps, front-run first. */
  readonly legs: readonly PoolSwap[];
  /** All swaps on the pool from its first leg to its last, the legs among them. */
  readonly window: readonly PoolSwap[];
}

/** What is sold back may differ from what was bought by one part in this many. */
const TOLERANCE = 100n;

/**
 * The sandwiches on one pool: an account swaps in one direction and then back, between the two at least one other account swaps in the first
 * direction, what is sold back is within 1 % of what was bought (exactly as much is usual), and more comes back than was paid, before gas and
 * pro rata where more is sold than was bought. The idea, and its 1 %, is from Torres, Camino, State 2021, Frontrunner Jones and the Raiders of
 * the Dark Forest, USENIX Security; also Qin, Zhou, Gervais 2022, Quantifying Blockchain Extractable Value, IEEE S&P. Unlike the former, no
 * order of gas prices is asked for, since bundles need none.
 *
 * A front-run or a back-run in several transactions is one sandwich: it ends where the account's position is closed. Each leg is a transaction
 * that does nothing but one swap.
 *
 * Limits: an attacker with two wallets, one that hides a leg among other swaps, one that closes on another pool or in another block, and one
 * that keeps more than 1 % are not found. An honest account that trades there and back within a block and happens to gain by another's trade is
 * taken for an attacker: nothing on chain tells the two apart.
 *
 * @param swaps successful ones on one pool, in the order of the block
 */
export function findSandwiches(swaps: readonly PoolSwap[]): readonly Sandwich[] {
  const found: Sandwich[] = [];
  for (const own of legsByAccount(swaps).values()) {
    for (let from = 0; from + 1 < own.length;) {
      const sandwich = roundFrom(swaps, own.slice(from));
      if (sandwich !== null) found.push(sandwich);
      from += sandwich?.legs.length ?? 1;
    }
  }
  return found;
}

/** Positions in the pool's swaps of those that can be legs. */
function legsByAccount(swaps: readonly PoolSwap[]): ReadonlyMap<AccountId, readonly number[]> {
  const legs = new Map<AccountId, number[]>();
  for (const [position, { deed }] of swaps.entries()) {
    if (deed.swaps.length !== 1 || deed.collateral !== null) continue;
    const own = legs.get(deed.account);
    if (own === undefined) legs.set(deed.account, [position]);
    else own.push(position);
  }
  return legs;
}

/** The sandwich that an account's first swap opens, if it does: its swaps up to where the position is closed. */
function roundFrom(swaps: readonly PoolSwap[], own: readonly number[]): Sandwich | null {
  const legs: PoolSwap[] = [];
  let [paid, bought, sold, received] = [0n, 0n, 0n, 0n];
  for (const position of own) {
    const leg = swaps[position]!;
    const { side, amountIn, amountOut } = leg.swap;
    legs.push(leg);
    if (side === legs[0]!.swap.side) {
      paid += amountIn;
      bought += amountOut;
      continue;
    }
    sold += amountIn;
    received += amountOut;
    if (!isClosed(bought, sold)) continue;
    const gained = sold > bought ? received * bought > paid * sold : received > paid;
    if (!gained) return null;
    const window = swaps.slice(own[0], position + 1);
    return window.some((each) => isVictim(each, legs[0]!)) ? { legs, window } : null;
  }
  return null;
}

function isClosed(bought: bigint, sold: bigint): boolean {
  const difference = sold > bought ? sold - bought : bought - sold;
  return difference * TOLERANCE <= bought;
}

function isVictim({ deed, swap }: PoolSwap, front: PoolSwap): boolean {
  return deed.account !== front.deed.account && swap.side === front.swap.side;
}
