import type { Side } from "../../../../core/words.ts";
import type { LabWallet } from "../pool-lab.ts";
import type { PoolObservation } from "./observe-pool.ts";
import type { PoolStage } from "./pool-stage.ts";

/** A swap through the router, with what the router says before it. @returns the pool after it */
export async function actSwap(stage: PoolStage, who: LabWallet, side: Side, amountIn: bigint, ends: boolean): Promise<PoolObservation> {
  const quoted = await stage.quote(side, amountIn);
  return stage.step({ kind: "swap", who, calls: [stage.lab.swapCall(who, side, amountIn)], swap: { side, amountIn, quoted } }, ends);
}
