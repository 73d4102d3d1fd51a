import { expect } from "chai";
import { describe, it } from "mocha";
import { feesAgainstBleed } from "../../../src/ledger/findings/fees-against-bleed.ts";
import { CRASH, withPool } from "./unread-result.ts";

describe("finding: did the fees pay for the bleed?", () => {
  const sentence = (fees: number, bleed: number): string => feesAgainstBleed(withPool({ fees, lossVersusRebalancing: bleed })).sentence;

  const turns: readonly (readonly [name: string, fees: number, bleed: number, words: string])[] = [
    ["less than the bleed", 25_000, -100_000, "The pool's fees of $25,000 paid 25.0 % of the loss versus rebalancing of $100,000; "],
    ["hardly any", 1, -100_000, "The pool's fees of $1.00 paid 0.00 % of the loss versus rebalancing of $100,000; "],
    [
      "more than the bleed",
      130_000,
      -100_000,
      "The pool's fees of $130,000 paid for the loss versus rebalancing of $100,000 and left $30,000; ",
    ],
    ["as much", 100_000, -100_000, "The pool's fees of $100,000 paid for the loss versus rebalancing of $100,000 and left $0.00; "],
    ["something, where nothing was lost", 40, -0, "The pool's fees of $40 paid for the loss versus rebalancing of $0.00 and left $40; "],
  ];
  for (const [name, fees, bleed, words] of turns)
    it(name, () => expect(sentence(fees, bleed)).to.match(new RegExp(`^${words.replaceAll(/[$.]/g, "\\$&")}`)));

  it("states the turnover that was and the one that would have paid", () => {
    const result = { ...withPool({ turnoverPerDay: 1.344 }), breakEven: { ...CRASH.breakEven, turnoverPerDay: 4.211 } };
    expect(feesAgainstBleed(result).sentence).to.match(/break even at a turnover of 4\.21 a day, and it was 1\.34\.$/);
  });
});
