import { expect } from "chai";
import { describe, it } from "mocha";
import { judgeOperation } from "../../../../src/venues/chain/lab/invariants/judge-operation.ts";
import type { PoolObservation } from "../../../../src/venues/chain/lab/invariants/observe-pool.ts";
import type { OperationKind } from "../../../../src/venues/chain/lab/invariants/pool-operation.ts";
import type { PoolStep } from "../../../../src/venues/chain/lab/invariants/pool-step.ts";
import type { Violation } from "../../../../src/venues/chain/lab/invariants/violation.ts";
import { swapCases } from "../../../amm/published-cases.ts";

const token = 10n ** 18n;
const one = 2n ** 112n;
const purse = { base: 1_000n * token, quote: 1_000n * token };
const START = 1_000;
const both = (amount: bigint): { base: bigint; quote: bigint } => ({ base: amount, quote: amount });

/** 5 base and 10 quote, last updated at 1000, without a past. */
const pool: PoolObservation = {
  reserves: { base: 5n * token, quote: 10n * token },
  updatedAt: START,
  supply: 7n * token,
  sums: { basePriceCumulative: 0n, quotePriceCumulative: 0n, updatedAt: START },
  fee: { kept: 997n, whole: 1_000n },
  pair: { base: 5n * token, quote: 10n * token },
  router: both(0n),
  wallets: { alice: purse, bob: purse, mallory: purse },
  liquidity: { alice: 7n * token - 1_000n, bob: 0n, mallory: 0n },
  held: both(10_000n * token),
};
const base: PoolStep = { kind: "transfer", who: "bob", calls: [], succeeded: true, block: 4, time: START, before: pool, after: pool };
const judge = (steps: readonly PoolStep[], kind: OperationKind = "swap", who: PoolStep["who"] = "bob"): readonly Violation[] =>
  judgeOperation({ index: 2, operation: { kind, who, side: "sell", parts: 1, quoteParts: 1, seconds: 12 }, steps: [...steps] }, 0.001);
const broken = (step: Partial<PoolStep>, kind?: OperationKind): readonly string[] =>
  judge([{ ...base, ...step }], kind).map(({ rule }) => rule);
const first = (found: readonly Violation[]): Violation => found[0]!;

/** The pool after bob paid `paid` base and took `out` quote, in the same second. */
const swapped = (paid: bigint, out: bigint): PoolObservation => {
  const left = { base: pool.reserves.base + paid, quote: pool.reserves.quote - out };
  return { ...pool, reserves: left, pair: left, wallets: { ...pool.wallets, bob: { base: purse.base - paid, quote: purse.quote + out } } };
};

describe("venues: what is judged, a unit on either side of the limit", () => {
  const { amountIn, amountOut } = swapCases[0]!;

  it("product: the published output of 1 into 5/10 is due, and one unit more is not", () => {
    const raw = (out: bigint): Partial<PoolStep> => ({ kind: "raw-swap", asked: { base: 0n, quote: out }, after: swapped(amountIn, out) });
    expect(broken(raw(amountOut))).to.deep.equal([]);
    const [violation] = judge([{ ...base, ...raw(amountOut + 1n) }]);
    expect(violation).to.deep.include({
      rule: "product",
      operation: 2,
      block: 4,
      measured: String(amountOut + 1n),
      allowed: String(amountOut),
    });
    expect(violation?.text).to.match(
      /^operation 2 \(swap by bob\): a swap that left 1000000000000000000 units of base and 0 of quote .* fee of 0\.003 /,
    );
    expect(broken({ ...raw(amountOut + 1n), succeeded: false, after: pool })).to.deep.equal([]);
  });

  it("product: of a pair that says no fee, only the plain product counts: 10·1/6 of it at most", () => {
    const unknown = { ...pool, fee: null };
    const raw = (out: bigint): Partial<PoolStep> => ({
      kind: "raw-swap",
      asked: { base: 0n, quote: out },
      before: unknown,
      after: { ...swapped(amountIn, out), fee: null },
    });
    expect(broken(raw((10n * token) / 6n))).to.deep.equal([]);
    expect(broken(raw((10n * token) / 6n + 1n))).to.include("product");
  });

  it("share: what is left for each unit of liquidity may grow, and not fall by a unit", () => {
    const supply = (by: bigint): Partial<PoolStep> => ({ kind: "deposit", after: { ...pool, supply: pool.supply + by } });
    expect(broken(supply(0n))).to.deep.equal([]);
    expect(broken(supply(-1n))).to.deep.equal([]);
    expect(broken(supply(1n))).to.deep.equal(["share"]);
  });

  it("reserves: the pair holds no unit less, and none more after skim and sync", () => {
    const held = (by: bigint, kind: PoolStep["kind"] = "transfer"): Partial<PoolStep> => ({
      kind,
      after: { ...pool, pair: { ...pool.pair, quote: pool.pair.quote + by } },
    });
    expect(broken(held(-1n))).to.deep.equal(["reserves"]);
    expect(broken(held(1n))).to.deep.equal([]);
    for (const kind of ["skim", "sync"] as const) {
      expect(broken(held(1n, kind))).to.deep.equal(["reserves"]);
      expect(broken({ ...held(1n, kind), succeeded: false })).to.deep.equal([]);
      expect(broken(held(0n, kind))).to.deep.equal([]);
    }
  });

  it("conservation: no unit comes or goes, and the router keeps none", () => {
    for (const by of [-1n, 1n])
      expect(broken({ after: { ...pool, held: { ...pool.held, base: pool.held.base + by } } })).to.deep.equal(["conservation"]);
    expect(broken({ after: { ...pool, router: { base: 0n, quote: 1n } } })).to.deep.equal(["conservation"]);
    // What somebody sent there before is nobody's fault, and may leave.
    expect(broken({ before: { ...pool, router: both(1n) }, after: { ...pool, router: both(0n) } })).to.deep.equal([]);
  });

  describe("accumulators", () => {
    // 10/5 for 10 seconds: 2·2^112·10 of the one, and ½·2^112·10 of the other.
    const moved = (baseSum: bigint, quoteSum: bigint, updatedAt = START + 10): Partial<PoolStep> => ({
      time: START + 10,
      after: { ...pool, updatedAt, sums: { basePriceCumulative: baseSum, quotePriceCumulative: quoteSum, updatedAt } },
    });
    it("grow by the price before times the seconds, to the unit", () => {
      expect(broken(moved(20n * one, 5n * one))).to.deep.equal([]);
      expect(first(judge([{ ...base, ...moved(20n * one + 1n, 5n * one) }]))).to.include({
        rule: "accumulators",
        measured: String(20n * one + 1n),
        allowed: String(20n * one),
      });
      expect(broken(moved(20n * one, 5n * one - 1n))).to.deep.equal(["accumulators"]);
    });

    it("do not grow where nothing was updated, nor twice in a second", () => {
      expect(broken(moved(0n, 0n, START))).to.deep.equal([]);
      expect(broken(moved(1n, 0n, START))).to.deep.equal(["accumulators"]);
    });

    it("and reserves that changed carry the time of their block", () => {
      const after = swapped(amountIn, amountOut);
      expect(broken({ kind: "raw-swap", asked: { base: 0n, quote: amountOut }, after, time: START + 1 })).to.deep.equal(["accumulators"]);
      expect(
        broken({ kind: "raw-swap", asked: { base: 0n, quote: amountOut }, after: { ...after, sums: null }, time: START + 1 }),
      ).to.deep.equal([]);
    });
  });

  it("gain: a way there and back may cost, and brings nothing but what lay there", () => {
    // At 2 quote for a base: one base less and two quote more are even, and three quote more are not.
    const back = (kind: OperationKind, quote: bigint, lying = 0n): readonly string[] => {
      const before = { ...pool, pair: { ...pool.pair, quote: pool.pair.quote + lying } };
      const after = { ...pool, wallets: { ...pool.wallets, bob: { base: purse.base - 1n, quote: purse.quote + quote } } };
      return broken({ before, after }, kind);
    };
    for (const kind of ["round-trip", "deposit-and-withdrawal", "uneven-deposit-and-withdrawal"] as const) {
      expect(back(kind, 2n)).to.deep.equal([]);
      expect(back(kind, 3n)).to.deep.equal(["gain"]);
      expect(back(kind, 3n, 1n)).to.deep.equal([]);
      expect(back(kind, 4n, 1n)).to.deep.equal(["gain"]);
    }
    expect(back("swap", 3n)).to.deep.equal([]);
  });

  it("gain: liquidity that was not taken back counts at its worth", () => {
    // A seventh of the pool is 5/7 base and 10/7 quote.
    const after = (quote: bigint): PoolObservation => ({
      ...pool,
      liquidity: { ...pool.liquidity, bob: token },
      wallets: { ...pool.wallets, bob: { base: purse.base, quote: purse.quote - quote } },
    });
    const worth = (20n * token) / 7n;
    expect(broken({ after: after(worth + 1n) }, "deposit-and-withdrawal")).to.deep.equal([]);
    expect(broken({ after: after(worth - 1n) }, "deposit-and-withdrawal")).to.deep.equal(["gain"]);
  });

  it("first-deposit: who comes second loses a thousandth at most, and a unit of each", () => {
    const rest = (deposited: bigint, lost: bigint): readonly string[] => {
      const after = (quote: bigint): PoolObservation => ({
        ...pool,
        wallets: { ...pool.wallets, mallory: { base: purse.base, quote: purse.quote - quote } },
      });
      const theirs = { ...base, who: "mallory" } as const;
      const steps: readonly PoolStep[] = [
        { ...theirs, kind: "deposit", after: after(deposited) },
        { ...theirs, kind: "withdrawal", before: after(deposited), after: after(lost) },
      ];
      return judge([base, ...steps], "hostile-first-deposit", "bob").map(({ rule }) => rule);
    };
    // A unit of base is two of quote.
    expect(rest(1_000_000n, 1_003n)).to.deep.equal([]);
    expect(rest(1_000_000n, 1_004n)).to.deep.equal(["first-deposit"]);
  });

  it("quote: what a swap brings is what was quoted, to the unit, and it is not refused", () => {
    const routed = (quoted: bigint, step: Partial<PoolStep> = {}): Partial<PoolStep> => ({
      kind: "swap",
      swap: { side: "sell", amountIn, quoted },
      after: swapped(amountIn, amountOut),
      ...step,
    });
    expect(broken(routed(amountOut))).to.deep.equal([]);
    for (const by of [-1n, 1n]) expect(broken(routed(amountOut + by))).to.deep.equal(["quote"]);
    expect(broken(routed(amountOut, { succeeded: false, after: pool }))).to.deep.equal(["quote"]);
    expect(broken(routed(0n, { succeeded: false, after: pool }))).to.deep.equal([]);
  });

  it("quote: the pair does not refuse what is due", () => {
    const refused = { kind: "raw-swap", asked: { base: 0n, quote: amountOut }, succeeded: false } as const;
    expect(broken({ ...refused, isDue: true })).to.deep.equal(["quote"]);
    expect(broken(refused)).to.deep.equal([]);
  });
});
