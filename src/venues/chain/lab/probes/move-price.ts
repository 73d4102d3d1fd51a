import type { Side } from "../../../../core/words.ts";
import type { LabState, PoolLab } from "../pool-lab.ts";
import { findShare } from "./find-share.ts";
import { partOf } from "./part-of.ts";
import { refused } from "./refused.ts";
import { reservesOf } from "./reserves-of.ts";
import { trySwap } from "./try-swap.ts";

/** A trade that moves the price to where it was wanted. */
export interface PriceMove {
  readonly side: Side;
  /** In smallest units, as `amountOut`. */
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

/**
 * The trade after which the pool's price, quote over base, is 1 + `move` times what it was; found by trying, and not done.
 *
 * @param move change as a share, above −1
 * @throws InputError `POOL_REFUSES` where no trade does it
 */
export async function movePrice(lab: PoolLab, move: number): Promise<PriceMove> {
  const side = move < 0 ? "sell" : "buy";
  const before = await lab.state();
  const { reserveIn } = reservesOf(before, side);
  const start = priceOf(before);
  let reason: string | undefined;
  // How far the price has come, rising on either side.
  const measure = async (share: number): Promise<number | null> => {
    const tried = await trySwap(lab, side, partOf(reserveIn, share));
    reason = tried.reason;
    if (tried.amountOut === null) return null;
    const ratio = priceOf(tried.after) / start;
    return side === "buy" ? ratio - 1 : 1 / ratio - 1;
  };
  const target = side === "buy" ? move : 1 / (1 + move) - 1;
  const share = await findShare(measure, target, { first: Math.max(1e-6, target / 2), atZero: 0, tolerance: 1e-9 });
  if (share === null) throw refused(`a swap that moves its price by ${move}`, "its price does not move so far");
  const amountIn = partOf(reserveIn, share);
  const { amountOut } = await trySwap(lab, side, amountIn);
  if (amountOut === null) throw refused(`a swap that moves its price by ${move}`, reason);
  return { side, amountIn, amountOut };
}

/** Quote over base, both in smallest units. */
function priceOf({ base, quote }: LabState): number {
  return Number(quote) / Number(base);
}
