import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { priceNumber } from "../../../src/core/units.ts";
import type { Side } from "../../../src/core/words.ts";
import { classifyBlock } from "../../../src/ledger/extractions/classify-block.ts";
import type { Deed } from "../../../src/ledger/extractions/deed.ts";
import type { Extraction } from "../../../src/ledger/extractions/extraction.ts";
import { effectOf } from "../../../src/ledger/measures/effect.ts";
import { amountOn, anyBlock, anyBlockOn } from "./any-block.ts";
import { play, PRICE, type PlayedSwap, type Step } from "./play.ts";

const classify = (steps: readonly Step[]): readonly Extraction[] => classifyBlock(play(steps), PRICE);

describe("for any block", () => {
  it("every transaction is part of at most one extraction, a successful one, and in order", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyBlock, (steps) => {
        const extractions = classify(steps);
        const own = extractions.flatMap(({ transactions }) => transactions);
        expect(new Set(own).size).to.equal(own.length);
        for (const { transactions, account, kind, basis } of extractions) {
          seen.add(`${kind} ${basis}`);
          expect([...transactions].sort((a, b) => a - b)).to.deep.equal(transactions);
          for (const index of transactions) {
            expect(steps[index]!.success ?? true).to.be.true;
            expect(steps[index]!.account).to.equal(account);
          }
        }
      }),
      { numRuns: 500 },
    );
    // Or the property would be about nothing.
    expect([...seen].sort()).to.deep.equal([
      "arbitrage inferred",
      "arbitrage observed",
      "back-run inferred",
      "liquidation observed",
      "sandwich observed",
    ]);
  });

  it("senders' own names change nothing but the name that is reported", () => {
    fc.assert(
      fc.property(anyBlock, fc.array(fc.string(), { minLength: 40, maxLength: 40 }), (steps, names) => {
        const renamed = steps.map((step, i) => ({ ...step, sender: names[i % names.length]! }));
        const nameless = (extractions: readonly Extraction[]): unknown => extractions.map((each) => ({ ...each, sender: "" }));
        expect(nameless(classify(renamed))).to.deep.equal(nameless(classify(steps)));
      }),
    );
  });

  it("how the transactions of two pools are shuffled together changes nothing", () => {
    fc.assert(
      fc.property(anyBlockOn("A"), anyBlockOn("B"), fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (onA, onB, choices) => {
        const deeds = { A: play(onA), B: play(onB) };
        const shuffled: (Deed & { readonly from: number; readonly pool: "A" | "B" })[] = [];
        const next = { A: 0, B: 0 };
        for (const choice of choices) {
          const pool = choice ? "A" : "B";
          const deed = deeds[pool][next[pool]];
          if (deed === undefined) continue;
          next[pool] += 1;
          shuffled.push({ ...deed, index: shuffled.length, from: deed.index, pool });
        }
        const together = classifyBlock(shuffled, PRICE);
        for (const pool of ["A", "B"] as const) {
          const here = together.filter(({ transactions }) => shuffled[transactions[0]!]!.pool === pool);
          const back = here.map((each) => ({
            ...each,
            transactions: each.transactions.map((index) => shuffled[index]!.from),
            victims: each.victims.map((victim) => ({ ...victim, index: shuffled[victim.index]!.from })),
          }));
          expect(back).to.deep.equal(classifyBlock(deeds[pool].slice(0, next[pool]), PRICE));
        }
      }),
    );
  });

  it("what extractor, pool and bystanders gained is what victims and borrowers lost", () => {
    fc.assert(
      fc.property(anyBlock, (steps) => {
        for (const { grossValue, poolGain, windfallValue, victims, kind } of classify(steps)) {
          const seized = kind === "liquidation" ? 10 * priceNumber(PRICE) - 1_000 : 0;
          const lost = victims.reduce((sum, each) => sum + each.lostValue, seized);
          const size = Math.abs(grossValue) + Math.abs(poolGain) + Math.abs(windfallValue);
          expect(Math.abs(grossValue + poolGain + windfallValue - lost)).to.be.at.most(1e-12 * (1 + size));
        }
      }),
    );
  });

  it("what is inferred moved the pool toward the reference and earned more than it cost", () => {
    fc.assert(
      fc.property(anyBlock, (steps) => {
        const deeds = play(steps);
        for (const { basis, transactions, netValue } of classifyBlock(deeds, PRICE)) {
          if (basis === "observed") continue;
          const { before, after } = deeds[transactions[0]!]!.swaps[0]!;
          expect(effectOf(before, after, priceNumber(PRICE))).to.equal("toward-reference");
          expect(netValue).to.be.greaterThan(0);
        }
      }),
    );
  });

  it("a trade that comes back in full around others is a sandwich just where it gained and one of them went its way", () => {
    const other = fc.constantFrom<Side>("sell", "buy").chain((side) => amountOn(side).map((amount): PlayedSwap => ({ side, amount })));
    fc.assert(
      fc.property(amountOn("buy"), fc.array(other, { minLength: 1, maxLength: 6 }), (amount, others) => {
        const steps: readonly Step[] = [
          { account: "s", swaps: [{ side: "buy", amount }] },
          ...others.map((each, i): Step => ({ account: `other-${i}`, swaps: [each] })),
          { account: "s", swaps: [{ side: "sell", amount: "back" }] },
        ];
        const deeds = play(steps);
        const victims = others.flatMap(({ side }, i) => (side === "buy" ? [i + 1] : []));
        const found = classifyBlock(deeds, PRICE).filter(({ kind }) => kind === "sandwich");
        const back = deeds.at(-1)!.swaps[0]!;
        if (back.amountOut <= amount || victims.length === 0) expect(found).to.deep.equal([]);
        else {
          expect(found).to.have.lengthOf(1);
          expect(found[0]!.transactions).to.deep.equal([0, deeds.length - 1]);
          expect(found[0]!.victims.map(({ index }) => index)).to.deep.equal(victims);
          expect(found[0]!.victims.every(({ lost }) => lost >= 0n)).to.be.true;
        }
      }),
    );
  });
});
