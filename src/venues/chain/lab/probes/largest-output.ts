import type { Side } from "../../../../core/words.ts";
import type { PoolLab } from "../pool-lab.ts";
import { reservesOf } from "./reserves-of.ts";

/** Whether the pair itself lets go of this output for a payment, around the router; done by mallory and taken back. */
export async function letsGo(lab: PoolLab, side: Side, amountIn: bigint, amountOut: bigint): Promise<boolean> {
  return lab.tentatively(async () => {
    const out = side === "sell" ? { base: 0n, quote: amountOut } : { base: amountOut, quote: 0n };
    const [sent, swapped] = await lab.block([
      lab.sendCall("mallory", side === "sell" ? "base" : "quote", "pair", amountIn),
      lab.rawSwapCall("mallory", out),
    ]);
    return sent?.success === true && swapped?.success === true;
  });
}

/**
 * The largest output that the pair itself lets go of for a payment, whatever a router would ask for: steps that double from a guess bracket it, halving closes in.
 *
 * @param guess in smallest units, not negative
 * @param step the first step away from it, at least 1
 * @param close where the search ends, at least 1; the answer is at most that much too small
 * @returns 0 where it lets go of nothing
 */
export async function largestOutput(
  lab: PoolLab,
  side: Side,
  amountIn: bigint,
  guess: bigint,
  step: bigint,
  close: bigint,
): Promise<bigint> {
  const most = reservesOf(await lab.state(), side).reserveOut - 1n;
  let [low, high] = [0n, most + 1n];
  const ask = async (out: bigint): Promise<boolean> => {
    const isLet = await letsGo(lab, side, amountIn, out);
    if (isLet) low = out;
    else high = out;
    return isLet;
  };
  const first = guess < 1n ? 1n : guess > most ? most : guess;
  if (await ask(first)) for (let away = step; low + away < high && (await ask(low + away)); away *= 2n);
  else for (let away = step; high - away > low && !(await ask(high - away)); away *= 2n);
  while (high - low > close) await ask((low + high) / 2n);
  return low;
}
