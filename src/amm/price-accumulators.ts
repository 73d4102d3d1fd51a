import { wrapped } from "./safe-math.ts";

/** Sums of price times seconds, from which two readings give a time-weighted average price (whitepaper section 2.2). */
export interface PriceAccumulators {
  /** Quote per base in smallest units as UQ112x112, times seconds, modulo 2^256. */
  readonly basePriceCumulative: bigint;
  /** Base per quote likewise. */
  readonly quotePriceCumulative: bigint;
  /** Unix seconds of the last update, modulo 2^32. */
  readonly updatedAt: number;
}

/**
 * The accumulators after a block's first touch: each grows by floor(2^112·other/own)·elapsed with the reserves as they stood until then;
 * `UniswapV2Pair._update`. Later touches at the same time, and an empty pair, add nothing. Elapsed seconds count modulo 2^32.
 *
 * @param time unix seconds of the block
 */
export function accumulate(
  sums: PriceAccumulators,
  reserves: { readonly base: bigint; readonly quote: bigint },
  time: number,
): PriceAccumulators {
  const updatedAt = time >>> 0;
  const elapsed = (updatedAt - sums.updatedAt) >>> 0;
  const { base, quote } = reserves;
  if (elapsed === 0 || base === 0n || quote === 0n) return { ...pick(sums), updatedAt };
  const seconds = BigInt(elapsed);
  return {
    basePriceCumulative: wrapped(sums.basePriceCumulative + ((quote << 112n) / base) * seconds),
    quotePriceCumulative: wrapped(sums.quotePriceCumulative + ((base << 112n) / quote) * seconds),
    updatedAt,
  };
}

function pick({ basePriceCumulative, quotePriceCumulative, updatedAt }: PriceAccumulators): PriceAccumulators {
  return { basePriceCumulative, quotePriceCumulative, updatedAt };
}
