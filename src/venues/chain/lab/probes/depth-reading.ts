import type { DepthReading } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { movePrice } from "./move-price.ts";

const MOVE = 0.02;

/**
 * Quote that crosses the pool while its price moves by 2 %, over its reserve of quote. A constant product pays out φ·a/(1 + φ·a) of it with (1 + a)·(1 + φ·a) = 1/0.98, which is 1.0051 % without a fee
 * (`depthTo`) and 1.0036 % at 0.3 %, and takes in a with (1 + a)·(1 + φ·a) = 1.02.
 *
 * @throws InputError `POOL_REFUSES` where no trade moves the price so far
 */
export async function depthReading(lab: PoolLab): Promise<DepthReading> {
  const { quote } = await lab.state();
  const [fall, rise] = [await movePrice(lab, -MOVE), await movePrice(lab, MOVE)];
  return { down: Number(fall.amountOut) / Number(quote), up: Number(rise.amountIn) / Number(quote) };
}
