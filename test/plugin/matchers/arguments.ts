import { expect, use } from "chai";
import { describe, it } from "mocha";
import { crashMatchers, crashOf } from "../../../src/plugin/matchers/matchers.ts";
import { makeResult } from "../../report/fixture.ts";
import { refusalOf } from "./refusal-of.ts";

use(crashMatchers);

const result = makeResult();
/** As somebody writes it who has no types. */
const loose = (subject: unknown): Record<string, (...args: unknown[]) => unknown> =>
  expect(subject).to as unknown as Record<string, (...args: unknown[]) => unknown>;

/** Matcher, arguments, and what the message has to say. */
const refused: readonly (readonly [matcher: string, args: readonly unknown[], text: string])[] = [
  ["loseAtMost", [], "loseAtMost: the share is no number"],
  ["loseAtMost", [1.1], 'the share is out of range; found "1.1"; allowed: a number from 0 to 1'],
  ["loseAtMost", [NaN], "the share is out of range"],
  ["loseAtMost", ["0.3"], "the share is no number"],
  [
    "loseAtMost",
    [0.3, { book: "lps" }],
    'there is no such book; found "lps"; allowed: hold, lp, hedged-lp, option-twin, short-straddle, desk, insurer',
  ],
  ["loseAtMost", [0.3, { than: "the start" }], "allowed: start, hold"],
  ["loseAtMost", [0.3, { boook: "lp" }], 'there is no such option; found "boook"; allowed: an object with book, than'],
  ["loseAtMost", [0.3, "lp"], "options are no object"],
  ["loseAtMost", [0.3, {}, 1], "there are too many arguments"],
  ["earnAtLeast", [-2], "allowed: a number from -1 to 1"],
  ["earnAtLeast", [0.1, { line: "fees" }], "allowed: exposure, premium, bleed"],
  ["earnAtLeast", [0.1, { perDay: 1 }], "allowed: false, true"],
  ["slipAtMost", [0.1], "it wants one size, to sell or to buy"],
  ["slipAtMost", [0.1, { sell: 10_000, buy: 10_000 }], "it wants one size, to sell or to buy"],
  ["slipAtMost", [0.1, { sell: 20_000 }], "allowed: 10000, 100000, 1000000"],
  ["slipAtMost", [0.1, { sell: 10_000, quantile: 95 }], "the quantile is out of range"],
  ["recoverWithin", [-1, { gap: 0.01 }], "allowed: seconds, at least 0"],
  ["recoverWithin", [600], "the gap is no number"],
  ["recoverWithin", [600, { gap: 2 }], "the gap is out of range"],
  ["leakAtMost", [2], "the share is out of range"],
  ["trackReference", [0.1, { quantile: -1 }], "the quantile is out of range"],
  ["stayLiquid", [-0.1], "the share is out of range"],
  ["keepInvariant", [2], "the tolerance is out of range"],
  ["conserveTokens", [0], "there are too many arguments"],
];

describe("matchers refuse", () => {
  for (const [matcher, args, text] of refused) {
    it(`${matcher}(${args.map((each) => JSON.stringify(each)).join(", ")}), of a result and of a run to come`, async () => {
      for (const subject of [result, crashOf()]) {
        const { code, message } = await refusalOf(() => loose(subject)[matcher]!(...args));
        expect(code).to.equal("MATCHER_ARGUMENT");
        expect(message)
          .to.include(text)
          .and.to.match(new RegExp(`^${matcher}: `));
      }
    });
  }

  it("what is no run, and say what is", async () => {
    for (const subject of [undefined, null, 3, {}, [], Promise.resolve(result)])
      expect((await refusalOf(() => loose(subject).keepInvariant!())).message).to.match(
        /^keepInvariant: this is nothing to measure; .* allowed: crashOf\(options\), a result of runCrash or runMev, attacksOn\(pool\)$/,
      );
  });

  it("a book that the run does not have", async () => {
    const { code, message } = await refusalOf(() => expect(result).to.loseAtMost(0.1, { book: "desk" }));
    expect(code).to.equal("MEASURE_ABSENT");
    expect(message).to.include("the run has no book desk").and.to.include("hedger.desk");
  });

  it("a leak where nobody traded", async () => {
    const empty = { ...result.swaps, block: [], sender: [], fee: [] };
    expect((await refusalOf(() => expect({ ...result, swaps: empty }).to.leakAtMost(0.1))).code).to.equal("MEASURE_ABSENT");
  });

  it("seeds and confidences that mean nothing, and seeds of a run that has ended", async () => {
    const lazy = (): ReturnType<Chai.Assertion["stayLiquid"]> => expect(crashOf()).to.stayLiquid(0.1);
    for (const seeds of [0, 2, 2.5, NaN, 10_001, "9" as unknown as number]) {
      const assertion = lazy();
      expect((await refusalOf(() => assertion.over(seeds))).message).to.include("allowed: a whole number from 3 to 10000");
      // Nobody waits for it.
      assertion
        .over(3)
        .atConfidence(0.9)
        .catch(() => undefined);
    }
    for (const level of [0, 0.5, 1, NaN, 95, "0.9" as unknown as number]) {
      const assertion = lazy().over(3);
      expect((await refusalOf(() => assertion.atConfidence(level))).message).to.include("such as 0.95");
    }
    expect((await refusalOf(() => expect(result).to.stayLiquid(0.1).over(5))).message).to.include("crashOf(options) as the subject");
  });

  it("options that compare runs, and none at all", async () => {
    for (const options of [{ without: "sandwich" }, { protect: "private" }, { seeds: 3 }])
      expect((await refusalOf(() => crashOf(options as object))).message).to.include("a matcher compares no runs");
    expect((await refusalOf(() => crashOf("gbm" as unknown as object))).message).to.include("no object");
  });

  it("with the run's own message, settings that the run refuses", async () => {
    expect((await refusalOf(() => expect(crashOf({ set: { "market.costs": 1 } })).to.stayLiquid(0.1))).code).to.equal("SETTING_UNKNOWN");
  });
});
