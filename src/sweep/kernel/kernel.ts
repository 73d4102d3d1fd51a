import type { BookName } from "../../core/result.ts";
import { squareRootClaim } from "../../hedger/square-root-claim.ts";
import { straddle } from "../../hedger/straddle.ts";
import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { HedgeWalk } from "./hedge-walk.ts";
import { KERNEL_COLUMNS, kernelColumn, SWAPS_COLUMN } from "./kernel-columns.ts";
import type { KernelSettings } from "./kernel-settings.ts";
import { OptionWalk } from "./option-walk.ts";
import { PoolWalk } from "./pool-walk.ts";

/** Which books to walk: all five, or only the liquidity position and the holding beside it, which is several times as fast. */
export type KernelBooks = "all" | "lp";

/**
 * One path after another through the books, into an array of the caller.
 *
 * @param times seconds, rising, as many as prices
 * @param prices quote per base, positive, the first before the first block
 * @param out one number for each of `KERNEL_COLUMNS`; all are overwritten, and those of books that are not walked are 0
 * @throws RangeError for columns of the wrong length
 */
export type Kernel = (times: ArrayLike<number>, prices: Float64Array, out: Float64Array) => void;

/**
 * The engine's books in doubles, in one pass over a path and without a chain: one arbitrageur of unlimited stock who acts at once and pays no gas, no
 * traders, no other providers. It has no economics of its own: claims, policies, margin and the lines of each step are the functions that the engine
 * calls. A kernel is made once and walks any number of paths; nothing of one path is left in the next.
 */
export function kernel(settings: KernelSettings, books: KernelBooks = "all"): Kernel {
  const { hedger } = settings;
  const years = yearsToExpiry(hedger.expiryDays, 0);
  const volatility = hedger.impliedVolatility;
  const pool = new PoolWalk(settings);
  const hedge = new HedgeWalk(settings);
  const twin = new OptionWalk(settings);
  const short = new OptionWalk(settings);
  const isAll = books === "all";

  return (times, prices, out) => {
    if (times.length !== prices.length || prices.length === 0 || out.length !== KERNEL_COLUMNS.length) {
      throw new RangeError(
        `${times.length} times for ${prices.length} prices, and room for ${out.length} of ${KERNEL_COLUMNS.length} numbers`,
      );
    }
    const start = prices[0]!;
    pool.open(start);
    const capital = pool.valueAt(start);
    const startBase = pool.base;
    let hedgeExposure = 0;
    if (isAll) {
      const band = (hedger.band * capital) / start;
      hedge.open(band);
      hedge.follow(0, start, startBase);
      twin.open(squareRootClaim(capital / squareRootClaim(1).value(start, years, volatility)), start, years, band);
      const oneGamma = straddle(-1, start).greeks(start, years, volatility).gamma * start * start;
      short.open(straddle(-(pool.dollarGamma(start) / oneGamma), start), start, years, band);
    }

    let from = start;
    for (let block = 1; block < prices.length; block += 1) {
      const to = prices[block]!;
      pool.step(from, to);
      if (isAll) {
        const tau = yearsToExpiry(hedger.expiryDays, times[block]! - times[0]!);
        hedgeExposure += exposureOfStep(hedge.position, from, to);
        hedge.follow(block, to, pool.base);
        twin.step(block, to, tau);
        short.step(block, to, tau);
      }
      from = to;
    }

    out.fill(0);
    out[kernelColumn("hold", "exposure")] = exposureOfStep(startBase, start, from);
    out[kernelColumn("hold", "total")] = startBase * from - startBase * start;
    writePool("lp", pool, out);
    out[kernelColumn("lp", "total")] = pool.valueAt(from) - capital;
    out[SWAPS_COLUMN] = pool.swaps;
    if (!isAll) return;
    writePool("hedged-lp", pool, out);
    out[kernelColumn("hedged-lp", "exposure")]! += hedgeExposure;
    writeHedge("hedged-lp", hedge, out);
    out[kernelColumn("hedged-lp", "total")] = pool.valueAt(from) - capital + hedge.valueAt(from);
    writeOption("option-twin", twin, out);
    writeOption("short-straddle", short, out);
  };
}

function writePool(book: BookName, { exposure, fees, bleed, markouts }: PoolWalk, out: Float64Array): void {
  out[kernelColumn(book, "exposure")] = exposure;
  out[kernelColumn(book, "premium")] = fees;
  out[kernelColumn(book, "bleed")] = bleed;
  out[kernelColumn(book, "flow")] = markouts - fees - bleed;
}

function writeHedge(book: BookName, { execution, peakMargin, trades }: HedgeWalk, out: Float64Array): void {
  out[kernelColumn(book, "execution")] = execution;
  out[kernelColumn(book, "peakMargin")] = peakMargin;
  out[kernelColumn(book, "trades")] = trades;
}

function writeOption(book: BookName, walk: OptionWalk, out: Float64Array): void {
  out[kernelColumn(book, "exposure")] = walk.exposure;
  out[kernelColumn(book, "premium")] = walk.premium;
  out[kernelColumn(book, "bleed")] = walk.bleed;
  out[kernelColumn(book, "vega")] = walk.vega;
  out[kernelColumn(book, "higherOrder")] = walk.higherOrder;
  writeHedge(book, walk.hedge, out);
  out[kernelColumn(book, "total")] = walk.total();
}
