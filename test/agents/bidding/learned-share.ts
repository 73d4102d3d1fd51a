import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { learnedShare } from "../../../src/agents/bidding/learned-share.ts";
import { stream } from "../../../src/core/random.ts";
import { type Auctions, privateValues, sealedAuctions } from "./sealed-auctions.ts";

const SEEDS = [1, 2, 3, 4, 5];
const LEARNING = 500;
const AUCTIONS = 10_000;

const uniform = (u: number): number => u;
const square = (u: number): number => u * u;
const exponential = (u: number): number => -Math.log(1 - u);

const learners = (count: number) => Array.from({ length: count }, () => learnedShare());
const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

function afterLearning(count: number, inverse: (u: number) => number, seed: number): Auctions {
  const run = sealedAuctions({ searchers: learners(count), values: privateValues(count, inverse), seed });
  run(LEARNING);
  return run(AUCTIONS);
}

/**
 * Values of law v^a in [0, 1]: E[first] = an/(an + 1), and at equilibrium everyone offers a(n − 1)/(a(n − 1) + 1) of the value (Vickrey 1961 for
 * a = 1), so that the winner keeps E[first]/(a(n − 1) + 1), which is E[first − second].
 */
const keptAt = (a: number, n: number): number => (a * n) / (a * n + 1) / (a * (n - 1) + 1);

describe("agents/bidding: revenue equivalence among searchers that learn the share they offer (Myerson 1981; Riley and Samuelson 1981)", () => {
  const laws: readonly [name: string, inverse: (u: number) => number, exponent: number][] = [
    ["uniform values", uniform, 1],
    ["squares of uniform values", square, 0.5],
  ];
  for (const [name, inverse, exponent] of laws) {
    for (const n of [2, 5]) {
      it(`${n} searchers, ${name}: the winner keeps the difference to the second value within 10 %, whatever the seed`, () => {
        for (const seed of SEEDS) {
          const { kept, gap } = afterLearning(n, inverse, seed);
          expect(gap / keptAt(exponent, n), "the auctions have the law's own difference").to.be.closeTo(1, 0.03);
          expect(kept / gap, `seed ${seed}`).to.be.within(0.9, 1.1);
        }
      });
    }
  }

  for (const n of [2, 5]) {
    it(`${n} searchers, exponential values: within 10 % over the seeds`, () => {
      const all = SEEDS.map((seed) => afterLearning(n, exponential, seed));
      // The difference of the two highest of n exponential values has mean 1, whatever n is (Rényi 1953).
      expect(mean(all.map(({ gap }) => gap))).to.be.closeTo(1, 0.02);
      expect(mean(all.map(({ kept, gap }) => kept / gap))).to.be.within(0.9, 1.1);
    });
  }

  it("they share the wins evenly, each within a tenth of its part", () => {
    const { wins } = afterLearning(5, uniform, 1);
    for (const won of wins) expect(won / AUCTIONS).to.be.closeTo(0.2, 0.02);
  });
});

describe("agents/bidding: a learned share", () => {
  it("a lone searcher keeps at least 95 % of its value after 100 auctions, whatever the seed", () => {
    for (const seed of SEEDS) {
      const run = sealedAuctions({ searchers: learners(1), values: privateValues(1, uniform), seed });
      run(100);
      const { kept, gap } = run(1_000);
      expect(kept / gap, `seed ${seed}`).to.be.at.least(0.95);
    }
  });

  for (const [n, learned, lowest, highest] of [
    [2, 100, 0.35, 0.65],
    [5, 200, 0.7, 0.9],
  ] as const) {
    it(`${n} searchers are near (n − 1)/n within ${learned} auctions of a start near zero`, () => {
      for (const seed of SEEDS) {
        const run = sealedAuctions({ searchers: learners(n), values: privateValues(n, uniform), seed });
        run(learned);
        expect(run(200).paidShare, `seed ${seed}`).to.be.within(lowest, highest);
      }
    });
  }

  it("five who see the same opportunity bid its value away", () => {
    const run = sealedAuctions({ searchers: learners(5), values: (random) => Array<number>(5).fill(0.1 + random()), seed: 1 });
    run(LEARNING);
    expect(run(2_000).paidShare).to.be.above(0.95);
  });

  it("answers a rival that comes late within 100 auctions, and within three memories of its going offers little again", () => {
    for (const seed of SEEDS) {
      const rule = learnedShare();
      const alone = sealedAuctions({ searchers: [rule], values: privateValues(1, uniform), seed });
      const together = sealedAuctions({ searchers: [rule, fixedShare(0.5)], values: privateValues(2, uniform), seed: seed + 10 });
      alone(1_000);
      expect(alone(100).paidShare, `seed ${seed}`).to.be.below(0.05);
      together(100);
      expect(together(400).wins[0], `seed ${seed}, of 400`).to.be.within(120, 280);
      alone(3 * 400);
      expect(alone(100).paidShare, `seed ${seed}`).to.be.below(0.1);
    }
  });

  it("earns against a fixed rival nearly what the best fixed share earns", () => {
    const earned = (searcher: ReturnType<typeof learnedShare>): number => {
      const [law, rivals, own] = [stream(3, "values"), stream(3, "rivals"), stream(3, "own")];
      let kept = 0;
      for (let auction = 0; auction < 10_000; auction += 1) {
        const value = BigInt(Math.round(law() * 1e18));
        const offer = searcher.offer(value, own);
        const won = Number(offer) / 1e18 > 0.5 * rivals();
        searcher.learn(offer, value, won);
        if (won) kept += Number(value - offer) / 1e18;
      }
      return kept;
    };
    const best = Math.max(...Array.from({ length: 19 }, (_, i) => earned(fixedShare((i + 1) / 20))));
    expect(earned(learnedShare()) / best).to.be.within(0.9, 1);
  });

  it("offers from nothing to the value, whatever came before", () => {
    const outcome = fc.record({ value: fc.bigInt({ min: 0n, max: 10n ** 24n }), won: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.array(outcome, { maxLength: 300 }), (seed, outcomes) => {
        const [rule, random] = [learnedShare(), stream(seed, "searcher")];
        for (const { value, won } of outcomes) {
          const offer = rule.offer(value, random);
          expect(offer >= 0n && offer <= value, `${offer} of ${value}`).to.equal(true);
          rule.learn(offer, value, won);
        }
      }),
    );
  });

  it("stays within the value after a thousand wins, and after a thousand losses", () => {
    for (const won of [true, false]) {
      const [rule, random] = [learnedShare(), stream(1, "searcher")];
      for (let i = 0; i < 1_000; i += 1) rule.learn(rule.offer(10n ** 18n, random), 10n ** 18n, won);
      const offer = rule.offer(10n ** 18n, random);
      expect(offer > 0n && offer < 10n ** 18n, `${offer}`).to.equal(true);
    }
  });

  it("learns nothing from an opportunity without value", () => {
    const [rule, other] = [learnedShare(), learnedShare()];
    const random = stream(1, "searcher");
    for (let i = 0; i < 50; i += 1) other.learn(other.offer(0n, random), 0n, false);
    for (let i = 0; i < 10; i += 1) {
      expect(rule.offer(10n ** 18n, () => 0.1)).to.equal(other.offer(10n ** 18n, () => 0.1));
      for (const searcher of [rule, other]) searcher.learn(10n ** 16n, 10n ** 18n, i % 2 === 0);
    }
  });

  it("does the same on the same stream, and other things on another", () => {
    const wins = (seed: number): Auctions => sealedAuctions({ searchers: learners(2), values: privateValues(2, uniform), seed })(500);
    expect(wins(1)).to.deep.equal(wins(1));
    expect(wins(1)).not.to.deep.equal(wins(2));
  });
});
