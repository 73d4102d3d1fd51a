import type { RoundingReading } from "../../../../core/probe-result.ts";
import { stream } from "../../../../core/random.ts";
import type { Side } from "../../../../core/words.ts";
import type { LabState, PoolLab } from "../pool-lab.ts";
import { largestOutput, letsGo } from "./largest-output.ts";
import { partOf } from "./part-of.ts";
import { reservesOf } from "./reserves-of.ts";

/** Payments in smallest units, outputs in smallest units that are paid for, and payments that are drawn. */
const PAYMENTS = [1n, 2n, 3n, 10n, 1_000n] as const;
const OUTPUTS = [1n, 2n, 5n] as const;
const DRAWN = 3;
const LARGEST_DRAWN = 1_000;
/** Of the reserve: a swap before everything else. */
const UNROUND = 0.001;

/**
 * What the pool loses to payments of a few smallest units, each asking the pair for the most that it lets go of: out − in·y/x, in units of the token whose unit is worth more, so that a unit of a token of
 * 18 decimals does not count like one of 6. A pair that rounds for itself never pays out more than what came in is worth. Round trips go through the router.
 *
 * @param seed of the payments that are drawn
 * @param unit value of a smallest unit of quote, in quote
 */
export async function roundingReading(lab: PoolLab, seed: number, unit: number): Promise<RoundingReading> {
  const random = stream(seed, "rounding");
  // A pool in use has no round reserves, and a fault may hide behind round ones.
  const { base } = await lab.state();
  await lab.do(lab.swapCall("alice", "sell", partOf(base, UNROUND) + BigInt(Math.floor(random() * LARGEST_DRAWN))));
  const state = await lab.state();
  let [largestLoss, payment, tried, roundTrip] = [0, 0, 0, -Infinity];
  for (const side of ["sell", "buy"] as const) {
    const { reserveIn, reserveOut } = reservesOf(state, side);
    const drawn = Array.from({ length: DRAWN }, () => BigInt(1 + Math.floor(random() * LARGEST_DRAWN)));
    const paidFor = OUTPUTS.map((out) => (out * reserveIn + reserveOut - 1n) / reserveOut);
    for (const amountIn of new Set([...PAYMENTS, ...paidFor, ...drawn])) {
      tried += 1;
      const loss = (await lossOf(lab, side, amountIn, state)) / unitsOf(state, side);
      if (loss > largestLoss) [largestLoss, payment] = [loss, Number(amountIn)];
      roundTrip = Math.max(roundTrip, await thereAndBack(lab, side, amountIn));
    }
  }
  return { tried, largestLoss, payment, worth: largestLoss * unit * Math.max(1, priceOf(state)), roundTrip };
}

/** Units that are paid out beyond the worth of what is paid in; 0 where there are none. */
async function lossOf(lab: PoolLab, side: Side, amountIn: bigint, state: LabState): Promise<number> {
  const { reserveIn, reserveOut } = reservesOf(state, side);
  const fair = (amountIn * reserveOut) / reserveIn;
  if (!(await letsGo(lab, side, amountIn, fair + 1n))) return 0;
  const out = await largestOutput(lab, side, amountIn, fair + 1n, 1n, 1n);
  return Number(out - fair) - Number((amountIn * reserveOut) % reserveIn) / Number(reserveIn);
}

/** Smallest units of what is paid out that are worth one of the token whose unit is worth more. */
function unitsOf(state: LabState, side: Side): number {
  const price = priceOf(state);
  return side === "sell" ? Math.max(1, price) : Math.max(1, 1 / price);
}

/** Smallest units of quote for one of base. */
function priceOf({ base, quote }: LabState): number {
  return Number(quote) / Number(base);
}

/** What a wallet has more after there and back, in smallest units. */
async function thereAndBack(lab: PoolLab, side: Side, amountIn: bigint): Promise<number> {
  const [paid, got, other] = side === "sell" ? (["base", "quote", "buy"] as const) : (["quote", "base", "sell"] as const);
  return lab.tentatively(async () => {
    const there = await lab.do(lab.swapCall("mallory", side, amountIn));
    if (!there.success) return 0;
    const home = await lab.do(lab.swapCall("mallory", other, there.gained[got]));
    return Number((home.success ? home.gained[paid] : 0n) + there.gained[paid]);
  });
}
