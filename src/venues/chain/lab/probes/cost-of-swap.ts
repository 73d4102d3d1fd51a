import type { Side } from "../../../../core/words.ts";
import type { PoolLab } from "../pool-lab.ts";
import { partOf } from "./part-of.ts";
import { reservesOf } from "./reserves-of.ts";
import { trySwap } from "./try-swap.ts";

/**
 * What a swap costs, fee and impact together, at the price before it: 1 − out·x/(in·y).
 *
 * @param share what is paid in, over the reserve of it
 * @returns null where the pool refuses it, with its reason
 */
export async function costOfSwap(
  lab: PoolLab,
  side: Side,
  share: number,
): Promise<{ readonly cost: number | null; readonly reason: string | undefined }> {
  const { reserveIn, reserveOut } = reservesOf(await lab.state(), side);
  const amountIn = partOf(reserveIn, share);
  const { amountOut, reason } = await trySwap(lab, side, amountIn);
  if (amountOut === null) return { cost: null, reason };
  return { cost: 1 - (Number(amountOut) / Number(amountIn)) * (Number(reserveIn) / Number(reserveOut)), reason };
}
