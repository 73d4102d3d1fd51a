import { InputError } from "../../../../core/errors.ts";
import type { ProbeReadings, Reading } from "../../../../core/probe-result.ts";
import type { PairTerms } from "../../pool-binding.ts";
import type { PoolLab } from "../pool-lab.ts";
import { depthReading } from "./depth-reading.ts";
import { feeReading } from "./fee-reading.ts";
import { fillLab } from "./fill-lab.ts";
import { firstDepositReading } from "./first-deposit-reading.ts";
import { hostileReading } from "./hostile-reading.ts";
import { letsGo } from "./largest-output.ts";
import { largestTrade } from "./largest-trade.ts";
import type { OpenLab } from "./open-lab.ts";
import { oracleReading } from "./oracle-reading.ts";
import { partOf } from "./part-of.ts";
import { pricePush } from "./price-push.ts";
import { nothingToMeasure, refused } from "./refused.ts";
import { roundingReading } from "./rounding-reading.ts";
import { sandwichReading } from "./sandwich-reading.ts";
import { skimReading } from "./skim-reading.ts";
import { slippageCurve } from "./slippage-curve.ts";
import { trySwap } from "./try-swap.ts";

/** A pool that is to be probed. */
export interface ProbeGround {
  /** With liquidity in it. */
  readonly lab: PoolLab;
  /** Null where the pool stands already and cannot be deployed anew. */
  readonly open: OpenLab | null;
  readonly terms: PairTerms;
  readonly seed: number;
  /** Whole tokens in it. */
  readonly whole: { readonly base: number; readonly quote: number };
  /** Value of a smallest unit of quote, in quote. */
  readonly unit: number;
  readonly onProbe: () => void;
  readonly signal?: AbortSignal;
}

/** Probes of a pool. */
export const PROBES = 11;

/** Where a probe ends with one of these, the pool gave nothing to measure. */
const NO_READING: readonly string[] = ["POOL_REFUSES", "PROBE_NOTHING"];
const STANDS = "the pool stands already, and this begins with an empty one";
/** Of both tokens, and no round numbers: a pool in which a smallest unit counts. */
const FEW = { base: 20_011n, quote: 19_997n } as const;
/** What a victim deposits, over what the pool holds. */
const DEPOSIT = 0.01;
/** A small swap, over the reserve. */
const TOUCH = 0.001;

/**
 * Every probe of a pool, one after the other, each taken back.
 *
 * @throws InputError `POOL_REFUSES` where the pool swaps nothing at all
 */
export async function probePool(ground: ProbeGround): Promise<ProbeReadings> {
  const { lab, open, terms, seed, whole, unit, onProbe, signal } = ground;
  await checkSwaps(lab);
  const { base, quote } = await lab.state();
  const read = async <T>(probe: (lab: PoolLab) => Promise<T>): Promise<Reading<T>> => {
    signal?.throwIfAborted();
    const reading = await readingOf(() => lab.tentatively(() => probe(lab)));
    onProbe();
    return reading;
  };
  /** In a laboratory of its own. */
  const apart = async <T>(probe: (open: OpenLab) => Promise<T>): Promise<Reading<T>> =>
    read(() => (open === null ? Promise.reject(nothingToMeasure(STANDS)) : probe(open)));
  return {
    slippage: await read(slippageCurve),
    depth: await read(depthReading),
    largestTrade: await read(largestTrade),
    push: await read(pricePush),
    sandwich: await read(sandwichReading),
    oracle: await read(oracleReading),
    rounding: await read(async () => {
      const usual = await roundingReading(lab, seed, unit);
      if (open === null) return usual;
      const small = await inLab(open, async (few) => {
        await fillLab(few, FEW.base, FEW.quote);
        return roundingReading(few, seed, unit);
      });
      return {
        ...(small.largestLoss > usual.largestLoss ? small : usual),
        tried: usual.tried + small.tried,
        roundTrip: Math.max(usual.roundTrip, small.roundTrip),
      };
    }),
    fee: await read(() => feeReading(lab, terms)),
    firstDeposit: await apart((open) =>
      inLab(open, (empty) => firstDepositReading(empty, { base: partOf(base, DEPOSIT), quote: partOf(quote, DEPOSIT) })),
    ),
    skim: await read(skimReading),
    hostile: await apart((open) => hostileReading(open, whole)),
  };
}

async function readingOf<T>(work: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await work(), why: null };
  } catch (error) {
    if (error instanceof InputError && NO_READING.includes(error.code)) return { value: null, why: error.message };
    throw error;
  }
}

async function inLab<T>(open: OpenLab, work: (lab: PoolLab) => Promise<T>): Promise<T> {
  const lab = await open();
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}

/** A pool that refuses what its router asks for may still swap; what is quoted wrong is then a finding. */
async function checkSwaps(lab: PoolLab): Promise<void> {
  const { base, quote } = await lab.state();
  const [sold, bought] = [partOf(base, TOUCH), partOf(quote, TOUCH)];
  const sale = await trySwap(lab, "sell", sold);
  const purchase = await trySwap(lab, "buy", bought);
  if (sale.amountOut !== null || purchase.amountOut !== null) return;
  if (await letsGo(lab, "sell", sold, partOf(quote, TOUCH / 2))) return;
  throw refused("swaps on both sides", sale.reason);
}
