import type { Genesis } from "../core/words.ts";

/** Base that secures debts at the start; none where nothing is lent. */
export function collateralOf({ lending }: Pick<Genesis, "lending">): bigint {
  return lending?.positions.reduce((sum, { collateral }) => sum + collateral, 0n) ?? 0n;
}
