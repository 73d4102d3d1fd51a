import type { SandwichedVictim, SandwichReading } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { findShare } from "./find-share.ts";
import { partOf } from "./part-of.ts";
import { refused } from "./refused.ts";
import { sandwichAttempt } from "./sandwich-attempt.ts";
import { trySwap } from "./try-swap.ts";

const TOLERANCE = 0.005;
/** The largest victim that is tried, over the reserve. */
const LARGEST = 0.5;
const VICTIMS = [0.01, 0.05] as const;
/** A front-run that only touches the pool: this part of the reserve, and so many smallest units of either token at least, so that floors are a millionth of it. */
const TOUCH = 1e-8;
const LEAST_UNITS = 1e6;
/** Thirds that are cut off in the search for the best front-run. */
const CUTS = 24;

/**
 * Sandwiches around a victim who sells base and accepts half a percent less than its quote, before gas, each done in one block and taken back.
 *
 * The break-even is the smallest victim, over the reserve, for whom a front-run that only touches the pool pays; a larger one earns less for each unit. For a constant product φ²·(1 + v)·(1 + φ·v) = 1, which is
 * 0.30135474 % at 0.3 %. The victims of 1 and 5 % are sandwiched as far as their minimum allows (Zhou et al. 2021), or less far where that earns more.
 *
 * @throws InputError `POOL_REFUSES`
 */
export async function sandwichReading(lab: PoolLab): Promise<SandwichReading> {
  const victims: SandwichedVictim[] = [];
  for (const share of VICTIMS) victims.push(await sandwiched(lab, share));
  return { tolerance: TOLERANCE, breakEven: await breakEven(lab), largest: LARGEST, victims };
}

async function breakEven(lab: PoolLab): Promise<number | null> {
  const { base, quote } = await lab.state();
  const smaller = Number(base < quote ? base : quote);
  const frontIn = partOf(base, Math.max(TOUCH, LEAST_UNITS / smaller));
  // Of each unit of the front-run, rising with the victim.
  const earned = async (share: number): Promise<number> => {
    const victimIn = partOf(base, share);
    const { profit } = await sandwichAttempt(lab, frontIn, victimIn, await minimumOf(lab, victimIn));
    return Number(profit) / Number(frontIn);
  };
  const atZero = await earned(1e-9);
  const found = await findShare(earned, 0, { first: LARGEST / 64, atZero, tolerance: 1e-10 });
  return found === null || found > LARGEST ? null : found;
}

/** What a victim insists on. */
async function minimumOf(lab: PoolLab, victimIn: bigint): Promise<bigint> {
  return partOf(await lab.quote("sell", victimIn), 1 - TOLERANCE);
}

async function sandwiched(lab: PoolLab, share: number): Promise<SandwichedVictim> {
  const { base } = await lab.state();
  const victimIn = partOf(base, share);
  const alone = await trySwap(lab, "sell", victimIn);
  if (alone.amountOut === null) throw refused("a swap of a victim", alone.reason);
  const quoted = Number(await lab.quote("sell", victimIn));
  const lostAt = async (front: number): Promise<number | null> => {
    const { victimOut } = await sandwichAttempt(lab, partOf(base, front), victimIn, 0n);
    return victimOut === null ? null : 1 - Number(victimOut) / quoted;
  };
  const limit = await findShare(lostAt, TOLERANCE, { first: TOLERANCE / 2, atZero: 0, tolerance: 1e-9 });
  if (limit === null) return { share, front: 0, taken: 0, lost: 0 };
  const minOut = await minimumOf(lab, victimIn);
  const attempt = (front: number): ReturnType<typeof sandwichAttempt> => sandwichAttempt(lab, partOf(base, front), victimIn, minOut);
  const best = await bestUpTo(limit * (1 - 1e-6), async (front) => {
    const { profit, victimOut } = await attempt(front);
    return victimOut === null ? -Infinity : Number(profit);
  });
  const { profit, victimOut } = await attempt(best);
  if (profit <= 0n || victimOut === null) return { share, front: 0, taken: 0, lost: 0 };
  return {
    share,
    front: best,
    taken: Number(profit) / Number(victimIn),
    lost: 1 - Number(victimOut) / Number(alone.amountOut),
  };
}

/** Where a function with one peak is highest, up to a limit: the limit itself where it still rises there. */
async function bestUpTo(limit: number, earn: (front: number) => Promise<number>): Promise<number> {
  if ((await earn(limit)) >= (await earn(limit * 0.999))) return limit;
  let [low, high] = [0, limit];
  for (let i = 0; i < CUTS; i += 1) {
    const third = (high - low) / 3;
    if ((await earn(low + third)) < (await earn(high - third))) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}
