import type { PricePush } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { movePrice } from "./move-price.ts";
import { refused } from "./refused.ts";
import { reservesOf } from "./reserves-of.ts";

const MOVES = [-0.2, -0.05, -0.01, 0.01, 0.05, 0.2] as const;

/**
 * What it costs to move the price and to go back by the way one came: mallory pays a in, gets b out, and pays all of b in again for c. The capital is a and the cost a − c, both over twice the reserve
 * of what is paid in, which is the pool's value at its own price. A constant product without a fee costs nothing.
 *
 * @throws InputError `POOL_REFUSES`
 */
export async function pricePush(lab: PoolLab): Promise<readonly PricePush[]> {
  const pushes: PricePush[] = [];
  for (const move of MOVES) {
    const { side, amountIn, amountOut } = await movePrice(lab, move);
    const { reserveIn } = reservesOf(await lab.state(), side);
    const [paid, other] = side === "sell" ? (["base", "buy"] as const) : (["quote", "sell"] as const);
    const back = await lab.tentatively(async () => {
      const there = await lab.do(lab.swapCall("mallory", side, amountIn));
      if (!there.success) throw refused("a swap", there.reason);
      const home = await lab.do(lab.swapCall("mallory", other, amountOut));
      if (!home.success) throw refused("a swap back", home.reason);
      return home.gained[paid];
    });
    const value = 2 * Number(reserveIn);
    pushes.push({ move, capital: Number(amountIn) / value, cost: Number(amountIn - back) / value });
  }
  return pushes;
}
