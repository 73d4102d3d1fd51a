import { toWeiFromGwei } from "../core/units.ts";
import type { Bid, Tx } from "../core/words.ts";
import type { GasPercentiles, GasPrices } from "../market/gas-prices.ts";
import { backgroundGas, nextBaseFee } from "../mempool/base-fee.ts";
import { replacementFee } from "../core/replacement-fee.ts";
import type { MempoolSettings } from "../mempool/settings.ts";

/** A sender caps what it pays at so many times the base fee, plus its tip, so that it stays includable while the base fee rises. */
const BASE_FEE_HEADROOM = 2n;

/** The fee mechanism of an era: what is bid, what is burned, below what nothing is included. */
export interface FeeMarket {
  /** Burned a unit of gas in the block at hand, wei. */
  readonly baseFee: bigint;
  /** Price below which the rest of the world fills the block, wei. */
  floor(time: number): bigint;
  /** A bid between the 30th and 90th percentile as the oracle last saw them. */
  bid(time: number, quantile: number): Bid;
  /** The least bid that replaces a transaction and is not below `bid`. */
  raise(tx: Tx, bid: Bid): Bid;
  /** Moves on to the next block's base fee. */
  next(time: number, gasUsed: bigint): void;
}

/** Before August 2021: the price is bid and paid in full to the miner; there is no base fee. After: EIP-1559. */
export function feeMarket(gas: GasPrices, settings: MempoolSettings, startTime: number): FeeMarket {
  const burns = settings.fees === "eip-1559";
  const limit = BigInt(settings.gasLimit);
  let baseFee = burns ? toWeiFromGwei(gas.at(startTime).p30) : 0n;
  const seen = (time: number): GasPercentiles => gas.at(time - settings.oracleSeconds);
  return {
    get baseFee() {
      return baseFee;
    },
    floor: (time) => (burns ? baseFee : toWeiFromGwei(gas.at(time).p30)),
    bid(time, quantile) {
      const { p30, p60, p90 } = seen(time);
      const price = quantile < 0.5 ? p30 + (p60 - p30) * 2 * quantile : p60 + (p90 - p60) * (2 * quantile - 1);
      if (!burns) return payExactly(toWeiFromGwei(price));
      const tip = toWeiFromGwei(price - p30);
      return { maxFeePerGas: baseFee * BASE_FEE_HEADROOM + tip, maxPriorityFeePerGas: tip, expected: baseFee + tip };
    },
    raise(tx, bid) {
      const maxFeePerGas = larger(bid.maxFeePerGas, replacementFee(tx.maxFeePerGas));
      const maxPriorityFeePerGas = larger(bid.maxPriorityFeePerGas, replacementFee(tx.maxPriorityFeePerGas));
      const expected = burns ? smaller(maxFeePerGas, baseFee + maxPriorityFeePerGas) : maxFeePerGas;
      return { maxFeePerGas, maxPriorityFeePerGas, expected };
    },
    next(time, gasUsed) {
      if (!burns) return;
      const others = backgroundGas(baseFee, toWeiFromGwei(gas.at(time).p30), limit);
      const used = others + gasUsed;
      baseFee = nextBaseFee(baseFee, used < limit ? used : limit, limit);
    },
  };
}

function payExactly(price: bigint): Bid {
  return { maxFeePerGas: price, maxPriorityFeePerGas: price, expected: price };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
