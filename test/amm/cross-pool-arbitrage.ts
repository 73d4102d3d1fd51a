import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { crossPoolArbitrage } from "../../src/amm/cross-pool-arbitrage.ts";
import { emptyPair, mint, swap as swapPair } from "../../src/amm/pair.ts";
import { feeOf, swapFee } from "../../src/amm/swap-fee.ts";
import { amountIn, amountOut, largestReserve, swap } from "../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../src/core/words.ts";
import { anyPool } from "./any-attack.ts";
import { bestQuoteIn, crossPoolCase, quoteOut } from "./cross-pool-in-doubles.ts";

const token = 10n ** 18n;

function pool(base: number, quote: number, fee = 0.003): PoolState {
  return { base: BigInt(base) * token, quote: BigInt(quote) * token, supply: 1n, fee: swapFee(fee) };
}

/** Profit of taking so much base from the cheap pool: the quote of the other less the least that passes the cheap one's check of K. */
function profitOf(cheap: PoolState, other: PoolState, base: bigint): bigint {
  const { kept, whole } = feeOf(cheap);
  const due = cheap.quote * base * whole;
  const divisor = (cheap.base - base) * kept;
  const repay = due / divisor + (due % divisor > 0n ? 1n : 0n);
  return amountOut(base, other.base, other.quote, feeOf(other)) - repay;
}

/** Two pools of the same tokens whose prices are up to four times apart, each with its own depth and fee. */
const twoPools = fc
  .record({
    a: anyPool,
    deeper: fc.integer({ min: 1, max: 2_000 }),
    apart: fc.integer({ min: 250, max: 4_000 }),
    fee: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ a, deeper, apart, fee }) => {
    const scaled = (amount: bigint): bigint => (amount * BigInt(deeper)) / 1_000n + 1n;
    return [
      a,
      { base: scaled(a.base), quote: (scaled(a.quote) * BigInt(apart)) / 1_000n + 1n, supply: 1n, fee: swapFee(fee / 1e6) },
    ] as const;
  });

describe("amm/cross-pool-arbitrage", () => {
  const { a, b, phi, ...vector } = crossPoolCase;

  it(`own vector: ${a.quote}/${a.base} and ${b.base}/${b.quote} earn ${vector.profit} with ${vector.repay}`, () => {
    const quoteIn = bestQuoteIn(a, b, phi);
    expect(quoteIn).to.be.closeTo(vector.repay, 1e-9);
    expect(quoteOut(quoteIn, a, b, phi)).to.be.closeTo(vector.out, 1e-9);
    expect(quoteOut(quoteIn, a, b, phi) - quoteIn).to.be.closeTo(vector.profit, 1e-9);

    const found = crossPoolArbitrage(pool(a.base, a.quote), pool(b.base, b.quote))!;
    expect(found.cheap).to.equal("a");
    for (const part of ["repay", "out", "profit"] as const) expect(Number(found[part]) / 1e18 / vector[part]).to.be.closeTo(1, 1e-12);
    const changed = (factor: number): number => quoteOut(quoteIn * factor, a, b, phi) - quoteIn * factor;
    for (const factor of [0.999, 1.001]) expect(changed(factor)).to.be.below(vector.profit);
  });

  it("names the cheap pool whichever it is", () => {
    const [first, second] = [pool(a.base, a.quote), pool(b.base, b.quote)];
    expect(crossPoolArbitrage(second, first)).to.deep.equal({ ...crossPoolArbitrage(first, second), cheap: "b" });
  });

  it("earns nothing while the prices are no further apart than both fees, φ²·Q/B ≤ q/b, and something just outside", () => {
    for (const [fee, other] of [
      [0.003, 0.003],
      [0.0005, 0.01],
    ] as const) {
      const edge = 1_000_000 / ((1 - fee) * (1 - other));
      const at = (quote: number): unknown => crossPoolArbitrage(pool(1_000, 1_000_000, fee), pool(1_000, quote, other));
      expect(at(Math.floor(edge) - 1)).to.equal(null);
      expect(at(Math.ceil(edge) + 1)).to.have.property("cheap", "a");
      expect(at(Math.ceil(1_000_000 * (1 - fee) * (1 - other)) + 1)).to.equal(null);
      expect(at(Math.floor(1_000_000 * (1 - fee) * (1 - other)) - 1)).to.have.property("cheap", "b");
    }
  });

  it("no other amount within 1,000 smallest units of base earns more, with reserves of 10 to 111 bits and any fees", () => {
    let seen = 0;
    fc.assert(
      fc.property(twoPools, ([first, second]) => {
        const found = crossPoolArbitrage(first, second);
        if (found === null) return;
        seen += 1;
        const [cheap, other] = found.cheap === "a" ? [first, second] : [second, first];
        expect(found.profit).to.equal(profitOf(cheap, other, found.base));
        expect(found.profit > 0n && found.out - found.repay === found.profit).to.equal(true);
        let [best, bestBase] = [found.profit, found.base];
        for (let base = found.base - 1_000n; base <= found.base + 1_000n; base += 1n) {
          if (base <= 0n || base >= cheap.base) continue;
          const profit = profitOf(cheap, other, base);
          if (profit > best) [best, bestBase] = [profit, base];
        }
        expect([bestBase, best]).to.deep.equal([found.base, found.profit]);
      }),
      { numRuns: 300 },
    );
    expect(seen).to.be.above(100);
  });

  it("is the best of all amounts tried one by one on small pools", () => {
    const small = fc.bigInt({ min: 1n, max: 1_000n });
    const fee = fc.constantFrom(0, 0.003, 0.05);
    let seen = 0;
    fc.assert(
      fc.property(small, small, small, small, fee, fee, (base, quote, otherBase, otherQuote, ownFee, otherFee) => {
        const first = { base, quote, supply: 1n, fee: swapFee(ownFee) };
        const second = { base: otherBase, quote: otherQuote, supply: 1n, fee: swapFee(otherFee) };
        let most = 0n;
        for (const [cheap, other] of [
          [first, second],
          [second, first],
        ] as const) {
          for (let taken = 1n; taken < cheap.base; taken += 1n) {
            const profit = profitOf(cheap, other, taken);
            if (profit > most) most = profit;
          }
        }
        if (most > 0n) seen += 1;
        expect(crossPoolArbitrage(first, second)?.profit ?? 0n).to.equal(most);
      }),
      { numRuns: 300 },
    );
    expect(seen).to.be.above(100);
  });

  it("the cheap pair accepts what is repaid and not a unit less, and its router would ask at most one more", () => {
    const env = { time: 0, feeOn: false };
    let seen = 0;
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 2_000 }), fc.integer({ min: 500, max: 2_000 }), (quote, otherQuote) => {
        const { pair } = mint(emptyPair, pool(1_000, quote), env);
        const found = crossPoolArbitrage(pair, pool(1_000, otherQuote));
        if (found?.cheap !== "a") return;
        seen += 1;
        const repaid = (amount: bigint): unknown =>
          swapPair(pair, { base: pair.base, quote: pair.quote + amount }, { base: found.base, quote: 0n }, 0);
        repaid(found.repay);
        expect(() => repaid(found.repay - 1n)).to.throw("UniswapV2: K");
        expect([0n, 1n]).to.include(amountIn(found.base, pair.quote, pair.base) - found.repay);
      }),
    );
    expect(seen).to.be.above(20);
  });

  it("leaves no arbitrage between the two worth a millionth of it", () => {
    const [first, second] = [pool(1_000, 1_900_000), pool(3_000, 6_300_000)];
    const found = crossPoolArbitrage(first, second)!;
    const [bought, sold] = [swap(first, "buy", found.repay), swap(second, "sell", found.base)];
    expect([bought.amountOut >= found.base, sold.amountOut]).to.deep.equal([true, found.out]);
    const rest = crossPoolArbitrage({ ...bought.state, base: first.base - found.base }, sold.state);
    expect((rest?.profit ?? 0n) * 1_000_000n < found.profit).to.equal(true);
  });

  it("finds nothing in an empty pool, and stays within 112 bits of both", () => {
    expect(crossPoolArbitrage({ base: 0n, quote: 0n, supply: 0n }, pool(1, 1))).to.equal(null);
    const cheap = { base: 2n ** 111n, quote: 2n ** 111n, supply: 1n };
    const full = { base: largestReserve - 1_000_000n, quote: largestReserve, supply: 1n };
    const steep = { base: 2n ** 100n, quote: largestReserve, supply: 1n };
    const limited = crossPoolArbitrage({ base: 2n ** 111n, quote: 2n ** 110n, supply: 1n }, full)!;
    expect([limited.cheap, limited.base <= 1_000_000n, limited.base > 999_000n]).to.deep.equal(["a", true, true]);
    const paid = crossPoolArbitrage({ ...cheap, quote: largestReserve - 10n ** 6n }, steep)!;
    expect([paid.cheap, paid.repay <= 10n ** 6n, paid.repay > 999_000n]).to.deep.equal(["a", true, true]);
    expect(crossPoolArbitrage({ ...cheap, quote: largestReserve }, steep)).to.equal(null);
  });
});
