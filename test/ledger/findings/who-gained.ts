import { expect } from "chai";
import { describe, it } from "mocha";
import { whoGained } from "../../../src/ledger/findings/who-gained.ts";
import { CRASH, withArbitrageur, withPool, withSeries } from "./unread-result.ts";

const column = (end: number): number[] => CRASH.series.block.map((i) => (end * i) / (CRASH.series.block.length - 1));
const markout = (end: number): typeof CRASH => withSeries({ cumulativeArbitrageMarkout: column(end) });

describe("finding: who gained?", () => {
  const turns: readonly (readonly [markout: number, profit: number, words: string])[] = [
    [-41_800, 13_690, "Arbitrageurs took $41,800 from the pool and kept $13,690 after venue and gas; "],
    [-41_800, -2_500, "Arbitrageurs took $41,800 from the pool and ended at −$2,500 after venue and gas; "],
    [1_200, -4_000, "Arbitrageurs lost $1,200 to the pool and ended at −$4,000 after venue and gas; "],
  ];
  for (const [taken, profit, words] of turns) {
    it(words, () => expect(whoGained(withArbitrageur({ profit }, markout(taken))).sentence.slice(0, words.length)).to.equal(words));
  }

  it("how many of their mined attempts failed", () => {
    expect(whoGained(withArbitrageur({ mined: 80, reverted: 20 })).sentence).to.contain("; 25.0 % of their mined attempts failed. ");
    expect(whoGained(withArbitrageur({ mined: 0, reverted: 0 })).sentence).to.not.contain("failed");
  });

  it("a run without arbitrageurs says nothing of theirs", () => {
    const { sentence } = whoGained({ ...markout(0), senders: CRASH.senders.filter((each) => each.sender !== "arbitrageur") });
    expect(sentence).to.match(/^Arbitrageurs took \$0\.00 from the pool\. Other traders /);
  });

  it("traders pay the pool, or gain from it, both effects together", () => {
    const traders = (toward: number, away: number): typeof CRASH => ({
      ...CRASH,
      markouts: [
        { sender: "trader", effect: "toward-reference", swaps: 1, volume: 1, fees: 1, poolMarkout: toward },
        { sender: "trader", effect: "away-from-reference", swaps: 1, volume: 1, fees: 1, poolMarkout: away },
        { sender: "arbitrageur", effect: "toward-reference", swaps: 1, volume: 1, fees: 1, poolMarkout: -77_777 },
      ],
    });
    expect(whoGained(traders(-500, 8_500)).sentence).to.contain("Other traders paid it $8,000. ");
    expect(whoGained(traders(-9_500, 1_000)).sentence).to.contain("Other traders gained $8,500 from it. ");
  });

  it("how far the pool stood from the reference", () => {
    const gap = { median: 0.0037, p95: 0.045, max: 0.157 };
    expect(whoGained(withPool({ gap })).sentence).to.match(
      /The pool stood 0\.37 % from the reference at the median and 15\.7 % at worst\.$/,
    );
  });
});
