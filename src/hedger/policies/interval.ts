import type { HedgePolicy } from "./hedge-policy.ts";

/**
 * Trades to −delta in every block whose number is a multiple of `blocks`, the opening among them.
 *
 * @param blocks whole number, at least 1
 */
export function interval(blocks: number): HedgePolicy {
  return {
    name: "interval",
    target: ({ block, hedge, delta }) => (block % blocks === 0 && hedge + delta !== 0 ? 0 - delta : null),
  };
}
