import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Interval } from "../../../src/core/result.ts";
import { loopVerdict } from "../../../src/ledger/measures/loop-verdict.ts";

const sentences: readonly (readonly [gain: number, interval: Interval | null, ratio: number | null, kind: string, sentence: string])[] = [
  [
    -0.25,
    [-0.27, -0.23],
    0.8,
    "dampens",
    "The agents dampen moves: loop gain −0.250 (−0.270 to −0.230 at 95 %), the fall was 20.0 % smaller with them, where 1/(1 − g) says 20.0 % smaller.",
  ],
  [
    0.5,
    [0.4, 0.6],
    1.9,
    "amplifies",
    "The agents amplify moves: loop gain 0.500 (0.400 to 0.600 at 95 %), the fall was 90.0 % deeper with them, where 1/(1 − g) says 100.0 % deeper.",
  ],
  [
    0.5,
    [0.4, 0.6],
    0.9,
    "amplifies",
    "The agents amplify moves: loop gain 0.500 (0.400 to 0.600 at 95 %), yet the fall was 10.0 % smaller with them, where 1/(1 − g) says 100.0 % deeper.",
  ],
  [
    0.95,
    [0.85, 1.05],
    3,
    "amplifies",
    "The agents amplify moves: loop gain 0.950 (0.850 to 1.050 at 95 %), the fall was 200.0 % deeper with them, where 1/(1 − g) says 1900.0 % deeper; a spiral is not excluded.",
  ],
  [
    -1.2,
    [-1.3, -1.1],
    1,
    "dampens",
    "The agents dampen moves: loop gain −1.200 (−1.300 to −1.100 at 95 %), the fall was as deep with them; they overshoot.",
  ],
  [
    1.2,
    [1.1, 1.3],
    4,
    "spirals",
    "The agents make a spiral: loop gain 1.200 (1.100 to 1.300 at 95 %), so a fall finds no level nearby; the fall was 300.0 % deeper with them.",
  ],
  [
    0.01,
    [-0.02, 0.04],
    null,
    "neutral",
    "The agents are neutral: loop gain 0.010 (−0.020 to 0.040 at 95 %); the price did not fall without them.",
  ],
  [
    0.004,
    [0.003, 0.005],
    1,
    "neutral",
    "The agents are neutral: loop gain 0.004 (0.003 to 0.005 at 95 %); the fall was as deep with them.",
  ],
  [
    0.2,
    [-0.1, 0.5],
    1.2,
    "undecided",
    "What the agents do cannot be told: loop gain 0.200 (−0.100 to 0.500 at 95 %); the fall was 20.0 % deeper with them.",
  ],
  [0.2, null, 1.2, "undecided", "What the agents do cannot be told: loop gain 0.200 (no interval); the fall was 20.0 % deeper with them."],
];

const opposite: Readonly<Record<string, string>> = {
  dampens: "amplifies",
  amplifies: "dampens",
  neutral: "neutral",
  undecided: "undecided",
  spirals: "dampens",
};

describe("ledger/measures: what a loop gain says", () => {
  for (const [gain, interval, ratio, kind, sentence] of sentences) {
    it(`${kind}: ${sentence}`, () => expect(loopVerdict(gain, interval, ratio)).to.deep.equal({ kind, sentence }));
  }

  for (const [name, gain, interval, kind] of [
    ["an interval from 1 on", 1.1, [1, 1.2], "spirals"],
    ["an interval that begins just below", 1.1, [0.999, 1.2], "amplifies"],
    ["an interval of ±0.1 around none", 0, [-0.1, 0.1], "neutral"],
    ["one that is wider by a hair", 0, [-0.1, 0.101], "undecided"],
    ["one that touches none", 0.03, [0, 0.06], "neutral"],
    ["a gain of a hundredth that is certain", 0.01, [0.009, 0.011], "amplifies"],
    ["an interval that is no number", 0.5, [NaN, NaN], "undecided"],
  ] as const) {
    it(`${name} is ${kind}`, () => expect(loopVerdict(gain, interval, null).kind).to.equal(kind));
  }

  it("the opposite inputs say the opposite", () => {
    const parts = fc.integer({ min: -1_500, max: 1_500 }).map((n) => n / 1_000);
    const ratios = fc.integer({ min: 21, max: 99 }).map((n) => n / 100);
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 500 }), ratios, fc.boolean(), (gain, thousandths, small, isDeeper) => {
        const half = thousandths / 1_000;
        const ratio = isDeeper ? 1 / small : small;
        const said = loopVerdict(gain, [gain - half, gain + half], ratio);
        const reverse = loopVerdict(-gain, [-(gain + half), -(gain - half)], 1 / ratio);
        if (said.kind !== "spirals" && reverse.kind !== "spirals") expect(reverse.kind).to.equal(opposite[said.kind]);
        else expect([said.kind, reverse.kind]).to.have.members(["spirals", "dampens"]);
        const measured = (sentence: string): string => /fall was [\d.]+ % (deeper|smaller)/.exec(sentence)?.[1] ?? "";
        expect([measured(said.sentence), measured(reverse.sentence)]).to.have.members(["deeper", "smaller"]);
        // Where it stirs and the fall was deeper there is nothing to wonder at, nor in the opposite.
        if (said.kind !== "spirals" && reverse.kind !== "spirals") {
          expect(reverse.sentence.includes("yet ")).to.equal(said.sentence.includes("yet "));
        }
      }),
    );
  });
});
