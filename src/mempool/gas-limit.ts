import type { Action } from "../core/words.ts";
import { gasLimitOf } from "./gas-schedule.ts";

/** Gas that a block keeps free for a transaction: what its kind carries, or a raw one's own limit. */
export function gasLimit(action: Action): number {
  return action.kind === "raw" ? action.gasLimit : gasLimitOf(action.kind);
}
