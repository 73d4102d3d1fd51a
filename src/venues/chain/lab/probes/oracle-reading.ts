import type { OracleReading } from "../../../../core/probe-result.ts";
import { wordAt } from "../../rpc.ts";
import { selector } from "../../selectors.ts";
import type { LabState, PoolLab } from "../pool-lab.ts";
import { movePrice, type PriceMove } from "./move-price.ts";
import { nothingToMeasure, refused } from "./refused.ts";

/** Seconds that are averaged over, and of a block. */
const [WINDOW, BLOCK] = [1_800, 12];
const PUSH = 0.2;
const HELD = [1, 5, 30] as const;
/** Parts of the average that are kept in a double. */
const PARTS = 10n ** 15n;

/**
 * Error of the average price of half an hour, read from the pair's own accumulators as whitepaper section 2.2 says, while mallory lifts the price by 20 % for the last n blocks of 12 seconds: n·12/1800 of
 * the push where the accumulators are sound, and nothing at all within one block, because they move once a block and by the price before it.
 *
 * @throws InputError `PROBE_NOTHING` where the pair has no accumulators, `POOL_REFUSES` where it refuses a swap or sync
 */
export async function oracleReading(lab: PoolLab): Promise<OracleReading> {
  if ((await cumulative(lab)) === null) throw nothingToMeasure("the pair has no price accumulators");
  const push = await movePrice(lab, PUSH);
  const held = [];
  for (const blocks of HELD) held.push({ blocks, error: await errorOf(lab, push, blocks) });
  return { window: WINDOW, push: PUSH, inBlock: await errorOf(lab, push, 0), held };
}

async function errorOf(lab: PoolLab, { amountIn, amountOut }: PriceMove, blocks: number): Promise<number> {
  return lab.tentatively(async () => {
    const sync = lab.pairCall("bob", "sync()", []);
    const { success, reason } = await lab.do(sync);
    if (!success) throw refused("sync()", reason);
    const start = await lab.state();
    const from = await read(lab);
    const [there, home] = [lab.swapCall("mallory", "buy", amountIn), lab.swapCall("mallory", "sell", amountOut)];
    const first = blocks === 0 ? [there, sync, home, sync] : [there];
    const outcomes = [...(await lab.block(first, WINDOW - BLOCK * blocks))];
    if (blocks > 0) outcomes.push(...(await lab.block([home, sync], BLOCK * blocks)));
    for (const each of outcomes) if (!each.success) throw refused("a swap or sync()", each.reason);
    return overPrice((await read(lab)) - from, start) - 1;
  });
}

/** What the accumulator grew by in the window, over what it grows by where the price stands still. */
function overPrice(grown: bigint, { base, quote }: LabState): number {
  const still = ((quote << 112n) / base) * BigInt(WINDOW);
  return Number((BigInt.asUintN(256, grown) * PARTS) / still) / Number(PARTS);
}

async function read(lab: PoolLab): Promise<bigint> {
  const value = await cumulative(lab);
  if (value === null) throw refused("its price accumulator", undefined);
  return value;
}

/** The accumulator of quote over base. */
async function cumulative(lab: PoolLab): Promise<bigint | null> {
  const { pair, baseIsToken0 } = lab.places;
  const answer = await lab.read(pair, selector(baseIsToken0 ? "price0CumulativeLast()" : "price1CumulativeLast()"));
  return answer === null || answer.length < 66 ? null : wordAt(answer, 0);
}
