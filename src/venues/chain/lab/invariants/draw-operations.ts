import { type Random, stream } from "../../../../core/random.ts";
import { LAB_WALLETS } from "../pool-lab.ts";
import type { OperationKind, PoolOperation } from "./pool-operation.ts";

/** How often each is drawn, in parts of their sum. */
const WEIGHTS: readonly (readonly [OperationKind, number])[] = [
  ["swap", 6],
  ["deposit", 2],
  ["withdrawal", 2],
  ["uneven-deposit", 2],
  ["exact-swap", 2],
  ["overdrawn-swap", 2],
  ["feeless-swap", 1],
  ["same-token-swap", 1],
  ["unpaid-swap", 1],
  ["donation", 1],
  ["skim", 1],
  ["sync", 1],
  ["round-trip", 2],
  ["deposit-and-withdrawal", 1],
  ["uneven-deposit-and-withdrawal", 1],
  ["wait", 1],
];
const BAG = WEIGHTS.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));
/** Share of sequences that begin with a hostile deposit, and of operations that share their block with the one before. */
const HOSTILE = 0.25;
const TOGETHER = 0.3;
const SECONDS = [1, 12, 12, 13, 600, 86_400] as const;
const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] as const;

/**
 * A random sequence of operations on a pool, legal and hostile; sizes are spread evenly over their orders of magnitude.
 *
 * @param seed the same seed draws the same, and more operations begin with those of fewer
 */
export function drawOperations(seed: number, count: number): readonly PoolOperation[] {
  const random = stream(seed, "pool-operations");
  return Array.from({ length: count }, (_, i) => {
    const drawn = pick(random, BAG);
    const isHostile = random() < HOSTILE;
    const seconds = random() < TOGETHER ? 0 : pick(random, SECONDS);
    return {
      kind: i > 0 ? drawn : isHostile ? "hostile-first-deposit" : "deposit",
      who: pick(random, LAB_WALLETS),
      side: random() < 0.5 ? "sell" : "buy",
      parts: size(random),
      quoteParts: size(random),
      seconds: i > 0 ? seconds : SECONDS[1],
    };
  });
}

function size(random: Random): number {
  return pick(random, POWERS) * (1 + Math.floor(random() * 9));
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}
