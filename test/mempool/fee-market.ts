import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type FeeMarket, feeMarket } from "../../src/engine/fees.ts";
import { constantGas, type GasPrices, recordedGas } from "../../src/market/gas-prices.ts";
import { effectivePrice } from "../../src/core/effective-price.ts";
import { emptyMempool, submit } from "../../src/mempool/mempool.ts";
import { type MempoolSettings, mempoolSettings } from "../../src/mempool/settings.ts";
import { txWith } from "./pending.ts";

const GWEI = 10n ** 9n;
const LIMIT = 10_000_000n;
const START = 1_600_000_000;
type Fees = MempoolSettings["fees"];
const eras: readonly Fees[] = ["first-price", "eip-1559"];

const open = (fees: Fees, gas: GasPrices, more: Partial<MempoolSettings> = {}): FeeMarket =>
  feeMarket(gas, mempoolSettings.parse({ fees, oracleSeconds: 0, gasLimit: Number(LIMIT), ...more }), START);

/** 30th, 60th and 90th percentile of one moment, in gwei with up to nine decimals. */
const percentiles = fc.tuple(fc.nat(500_000_000), fc.nat(500_000_000), fc.nat(500_000_000)).map(([a, b, c]) => {
  const [p30, p60, p90] = [a, a + b, a + b + c].map((milli) => milli / 1e3);
  return { p30: p30 ?? 0, p60: p60 ?? 0, p90: p90 ?? 0 };
});
const quantile = fc.double({ min: 0, max: 1, noNaN: true });
const wei = (gwei: number): bigint => BigInt(Math.round(gwei * 1e9));
/** Prices of 10, 20 and 40 gwei for ten minutes, and ten times that ever after. */
const jump = recordedGas(
  [0, 600, 1_200].map((after, i) => ({
    time: START + after,
    ...(i === 0 ? { p30: 10, p60: 20, p90: 40 } : { p30: 100, p60: 200, p90: 400 }),
  })),
  600,
);

describe("engine/fees", () => {
  it("before August 2021 a bid is a price, from the 30th percentile over the 60th to the 90th, and nothing is burned", () => {
    fc.assert(
      fc.property(percentiles, quantile, quantile, (row, a, b) => {
        const fees = open("first-price", { at: () => row });
        const price = (q: number): bigint => fees.bid(START, q).maxFeePerGas;
        expect([0, 0.5, 1].map(price)).to.deep.equal([row.p30, row.p60, row.p90].map(wei));
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(wei(row.p30) <= price(low) && price(low) <= price(high) && price(high) <= wei(row.p90)).to.equal(true);
        const { maxFeePerGas, maxPriorityFeePerGas, expected } = fees.bid(START, a);
        expect([maxPriorityFeePerGas, expected]).to.deep.equal([maxFeePerGas, maxFeePerGas]);
        expect(fees.baseFee).to.equal(0n);
      }),
    );
  });

  it("after it a bid's tip is what the percentiles lie above the 30th, on top of the base fee", () => {
    fc.assert(
      fc.property(percentiles, quantile, quantile, (row, a, b) => {
        const fees = open("eip-1559", { at: () => row });
        const tip = (q: number): bigint => fees.bid(START, q).maxPriorityFeePerGas;
        expect([0, 0.5, 1].map(tip)).to.deep.equal([0, row.p60 - row.p30, row.p90 - row.p30].map(wei));
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(tip(low) <= tip(high) && tip(high) <= wei(row.p90 - row.p30)).to.equal(true);
        const bid = fees.bid(START, a);
        expect(fees.baseFee).to.equal(wei(row.p30));
        expect(bid.expected).to.equal(fees.baseFee + bid.maxPriorityFeePerGas);
        expect(bid.maxFeePerGas >= bid.expected).to.equal(true);
      }),
    );
  });

  for (const era of eras) {
    it(`${era}: senders bid from gas prices as old as the oracle; the floor is of now`, () => {
      const tipOf = (seconds: number, oracleSeconds: number): bigint => {
        const fees = open(era, jump, { oracleSeconds });
        return fees.bid(START + seconds, 1).maxFeePerGas - fees.bid(START + seconds, 0).maxFeePerGas;
      };
      expect([tipOf(0, 0), tipOf(2_000, 0)]).to.deep.equal([30n * GWEI, 300n * GWEI]);
      expect([tipOf(2_000, 2_000), tipOf(2_264, 264), tipOf(901 + 264, 264)]).to.deep.equal([30n * GWEI, 300n * GWEI, 300n * GWEI]);
      expect(tipOf(299 + 264, 264)).to.equal(30n * GWEI);
      const floor = open(era, jump, { oracleSeconds: 264 }).floor(START + 900);
      expect(floor).to.equal(era === "first-price" ? 100n * GWEI : 10n * GWEI);
    });

    it(`${era}: a raise is at least 10 % in both fees, so that the mempool takes it, and never below the bid`, () => {
      const price = fc.bigInt({ min: 0n, max: 2_000n * GWEI });
      fc.assert(
        fc.property(percentiles, price, price, quantile, (row, a, b, q) => {
          const fees = open(era, { at: () => row });
          const tx = txWith({ id: 1, maxFeePerGas: a + b, maxPriorityFeePerGas: era === "first-price" ? a + b : b });
          const bid = fees.bid(START, q);
          const raised = fees.raise(tx, bid);
          const tenth = (fee: bigint): bigint => (11n * fee) / 10n;
          expect(raised.maxFeePerGas >= tenth(tx.maxFeePerGas) && raised.maxFeePerGas >= bid.maxFeePerGas).to.equal(true);
          expect(raised.maxPriorityFeePerGas >= tenth(tx.maxPriorityFeePerGas)).to.equal(true);
          expect(raised.maxPriorityFeePerGas >= bid.maxPriorityFeePerGas).to.equal(true);
          const { maxFeePerGas, maxPriorityFeePerGas } = raised;
          const mempool = submit(emptyMempool, tx);
          expect(submit(mempool, { ...tx, id: 2, maxFeePerGas, maxPriorityFeePerGas }).pending).to.have.length(1);
        }),
      );
    });

    it(`${era}: a raise is the least that does: the higher of bid and 10 % more, and what it expects to pay is what it would pay now`, () => {
      const fees = open(era, constantGas(20, 20));
      const low = fees.bid(START, 0.25);
      const old = txWith({ ...fees.bid(START, 1) });
      const raised = fees.raise(old, low);
      expect(raised.maxFeePerGas * 10n).to.equal(old.maxFeePerGas * 11n);
      expect(raised.maxPriorityFeePerGas * 10n).to.equal(old.maxPriorityFeePerGas * 11n);
      expect(fees.raise(txWith({ ...low }), fees.bid(START, 1))).to.deep.equal(fees.bid(START, 1));
      expect(raised.expected).to.equal(effectivePrice(txWith({ ...raised }), fees.baseFee));
    });
  }

  it("what a bid or a raise expects to pay is what it would pay at the base fee of now, also after the base fee has risen for long", () => {
    fc.assert(
      fc.property(percentiles, quantile, quantile, fc.nat(40), (row, early, late, blocks) => {
        const fees = open("eip-1559", { at: () => row });
        const tx = txWith({ ...fees.bid(START, early) });
        for (let block = 0; block < blocks; block += 1) fees.next(START, LIMIT);
        const bid = fees.bid(START, late);
        const raised = fees.raise(tx, bid);
        for (const each of [bid, raised]) expect(each.expected).to.equal(effectivePrice(txWith({ ...each }), fees.baseFee));
      }),
    );
  });

  it("a bid stays includable for six full blocks, in which the base fee doubles", () => {
    const fees = open("eip-1559", constantGas(50, 10));
    const { maxFeePerGas } = fees.bid(START, 0);
    for (let block = 0; block < 5; block += 1) fees.next(START, LIMIT);
    expect(fees.baseFee).to.be.within(90n * GWEI, 91n * GWEI);
    expect(maxFeePerGas >= fees.baseFee).to.equal(true);
    fees.next(START, LIMIT);
    expect(maxFeePerGas < fees.baseFee).to.equal(true);
  });

  it("the floor is the base fee, which starts at the 30th percentile and follows it", () => {
    const fees = open("eip-1559", jump);
    expect([fees.baseFee, fees.floor(START)]).to.deep.equal([10n * GWEI, 10n * GWEI]);
    for (let block = 0; block < 200; block += 1) fees.next(START + 3_600, 0n);
    expect(Number(fees.baseFee) / 1e9).to.be.closeTo(100, 1e-3);
    expect(fees.floor(START + 3_600)).to.equal(fees.baseFee);
  });

  it("gas that the model itself uses comes on top of the others', up to a full block", () => {
    const after = (gasUsed: bigint): bigint => {
      const fees = open("eip-1559", constantGas(80, 0));
      fees.next(START, gasUsed);
      return fees.baseFee;
    };
    expect([0n, LIMIT / 4n, LIMIT / 2n, LIMIT].map(after)).to.deep.equal([80n * GWEI, 85n * GWEI, 90n * GWEI, 90n * GWEI]);
  });

  it("before August 2021 a block changes nothing, and the floor is the 30th percentile of now", () => {
    const fees = open("first-price", jump);
    fees.next(START, LIMIT);
    expect(fees.baseFee).to.equal(0n);
    expect([0, 300, 600, 900].map((after) => fees.floor(START + after))).to.deep.equal([10n, 10n, 55n, 100n].map((x) => x * GWEI));
  });
});
