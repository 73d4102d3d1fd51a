import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";
import { utcDay } from "../../market/utc-day.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { deskClaims } from "./desk-claims.ts";
import { HedgeWalk } from "./hedge-walk.ts";
import { InsurerWalk } from "./insurer-walk.ts";
import { bookPlaces, KERNEL_COLUMNS, SWAPS_COLUMN } from "./kernel-columns.ts";
import type { KernelMoment } from "./kernel-moment.ts";
import type { KernelSettings } from "./kernel-settings.ts";
import { OptionWalk } from "./option-walk.ts";
import { PoolWalk } from "./pool-walk.ts";

/** Which books to walk: all that the settings name, or only the liquidity position and the holding beside it, which is several times as fast. */
export type KernelBooks = "all" | "lp";

/**
 * One path after another through the books, into an array of the caller.
 *
 * @param times unix seconds, rising, as many as prices
 * @param prices quote per base, positive, the first before the first block
 * @param out one number for each of `KERNEL_COLUMNS`; all are overwritten, and those of books that are not walked are 0
 * @throws RangeError for columns of the wrong length
 */
export type Kernel = (times: ArrayLike<number>, prices: Float64Array, out: Float64Array) => void;

/**
 * The engine's books in doubles, in one pass over a path and without a chain: one arbitrageur of unlimited stock who acts at once and pays no gas, no
 * traders, no other providers. It has no economics of its own: claims, policies, margin and the lines of each step are the functions that the engine
 * calls. A kernel is made once and walks any number of paths; nothing of one path is left in the next.
 *
 * A step allocates nothing, since whatever passes from one to the other is a record that is written again in every block; but for 16 bytes in a block
 * in which a hedge trades, its policy's answer, and what constant proportions are asked and answer.
 */
export function kernel(settings: KernelSettings, books: KernelBooks = "all"): Kernel {
  const { expiryDays, band } = settings.hedger;
  const moment: KernelMoment = { block: 0, from: NaN, to: NaN, isClose: false, tau: NaN };
  const claimsFor = deskClaims(settings.hedger);
  const pool = new PoolWalk(settings);
  const hedge = new HedgeWalk(settings, () => pool.delta);
  const twin = new OptionWalk(settings);
  const short = new OptionWalk(settings);
  const desk = settings.hedger.desk === "none" ? null : new OptionWalk(settings);
  const insurer = settings.hedger.insurance === "none" ? null : new InsurerWalk(settings);
  const isAll = books === "all";

  function openAll(start: number, capital: number): void {
    moment.block = 0;
    moment.from = start;
    moment.to = start;
    moment.tau = yearsToExpiry(expiryDays, 0);
    const claims = claimsFor(pool, start);
    const width = (band * capital) / start;
    hedge.open(width);
    hedge.follow(moment, pool);
    twin.open(claims.twin, moment, width);
    short.open(claims.short, moment, width);
    if (claims.desk !== null) desk?.open(claims.desk, moment, width);
    insurer?.open(capital, moment, width);
  }

  return (times, prices, out) => {
    if (times.length !== prices.length || prices.length === 0 || out.length !== KERNEL_COLUMNS.length) {
      throw new RangeError(
        `${times.length} times for ${prices.length} prices, and room for ${out.length} of ${KERNEL_COLUMNS.length} numbers`,
      );
    }
    const start = prices[0]!;
    const end = prices[prices.length - 1]!;
    pool.open(start);
    const capital = pool.valueAt(start);
    const startBase = pool.delta;
    if (!isAll) pool.walk(prices, 1, prices.length);
    else {
      openAll(start, capital);
      for (let block = 1; block < prices.length; block += 1) {
        moment.block = block;
        moment.from = prices[block - 1]!;
        moment.to = prices[block]!;
        moment.isClose = utcDay(times[block + 1] ?? times[block]!) > utcDay(times[block]!);
        moment.tau = yearsToExpiry(expiryDays, times[block]! - times[0]!);
        pool.walk(prices, block, block + 1);
        hedge.follow(moment, pool);
        twin.step(moment);
        short.step(moment);
        desk?.step(moment);
        insurer?.step(moment);
      }
    }

    out.fill(0);
    out[HOLD.exposure] = exposureOfStep(startBase, start, end);
    out[HOLD.total] = startBase * end - startBase * start;
    writePool(LP, pool, out);
    out[LP.total] = pool.valueAt(end) - capital;
    out[SWAPS_COLUMN] = pool.swaps;
    if (!isAll) return;
    writePool(HEDGED_LP, pool, out);
    out[HEDGED_LP.exposure]! += hedge.exposure;
    writeHedge(HEDGED_LP, hedge, out);
    out[HEDGED_LP.total] = pool.valueAt(end) - capital + hedge.valueAt(end);
    writeOption(TWIN, twin, out);
    writeOption(SHORT, short, out);
    if (desk !== null) writeOption(DESK, desk, out);
    if (insurer !== null) writeInsurer(INSURER, insurer, out);
  };
}

const HOLD = bookPlaces("hold");
const LP = bookPlaces("lp");
const HEDGED_LP = bookPlaces("hedged-lp");
const TWIN = bookPlaces("option-twin");
const SHORT = bookPlaces("short-straddle");
const DESK = bookPlaces("desk");
const INSURER = bookPlaces("insurer");

type Columns = ReturnType<typeof bookPlaces>;

function writePool(columns: Columns, { exposure, fees, bleed, markouts }: PoolWalk, out: Float64Array): void {
  out[columns.exposure] = exposure;
  out[columns.premium] = fees;
  out[columns.bleed] = bleed;
  out[columns.flow] = markouts - fees - bleed;
}

function writeHedge(columns: Columns, { execution, peakMargin, trades }: HedgeWalk, out: Float64Array): void {
  out[columns.execution] = execution;
  out[columns.peakMargin] = peakMargin;
  out[columns.trades] = trades;
}

function writeOption(columns: Columns, walk: OptionWalk, out: Float64Array): void {
  out[columns.exposure] = walk.exposure;
  out[columns.premium] = walk.premium;
  out[columns.bleed] = walk.bleed;
  out[columns.vega] = walk.vega;
  out[columns.higherOrder] = walk.higherOrder;
  writeHedge(columns, walk.hedge, out);
  out[columns.total] = walk.total();
}

/** Without the margin that a hedge of this size would need. */
function writeInsurer(columns: Columns, walk: InsurerWalk, out: Float64Array): void {
  out[columns.exposure] = walk.exposure;
  out[columns.premium] = walk.premium;
  out[columns.bleed] = walk.bleed;
  out[columns.higherOrder] = walk.higherOrder;
  out[columns.replication] = walk.replication();
  out[columns.execution] = walk.hedge.execution;
  out[columns.trades] = walk.hedge.trades;
  out[columns.total] = walk.total();
}
