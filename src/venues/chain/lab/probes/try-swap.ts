import type { Side } from "../../../../core/words.ts";
import type { LabState, PoolLab } from "../pool-lab.ts";

/** What a swap through the router came to. */
export interface TriedSwap {
  /** What bob got, in the smallest unit; null where it was refused. */
  readonly amountOut: bigint | null;
  readonly reason: string | undefined;
  /** The pool after it. */
  readonly after: LabState;
}

/** A swap of bob's, which is taken back. */
export async function trySwap(lab: PoolLab, side: Side, amountIn: bigint): Promise<TriedSwap> {
  return lab.tentatively(async () => {
    const { success, reason, gained } = await lab.do(lab.swapCall("bob", side, amountIn));
    return { amountOut: success ? gained[side === "sell" ? "quote" : "base"] : null, reason, after: await lab.state() };
  });
}
