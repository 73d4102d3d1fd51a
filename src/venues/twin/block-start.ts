import type { PairState } from "../../amm/pair.ts";
import type { TwinPools } from "./genesis.ts";

/** The pairs as a block finds them, which says who is the first to touch them. */
export interface BlockStart {
  readonly main: PairState;
  readonly side: PairState | undefined;
}

/** The pairs as they are. */
export function startOf({ main, side }: TwinPools): BlockStart {
  return { main: main.pair, side: side?.pair };
}
