import { expect } from "chai";
import { describe, it } from "mocha";
import type { KindRow, MevResult } from "../../../src/core/mev-result.ts";
import { bundleLine } from "../../../src/report/mev/bundle-line.ts";
import { confusionLines } from "../../../src/report/mev/confusion-lines.ts";
import { counterfactualLine } from "../../../src/report/mev/counterfactual-line.ts";
import { extractionLine } from "../../../src/report/mev/extraction-line.ts";
import { gapLine } from "../../../src/report/mev/gap-line.ts";
import { gapText } from "../../../src/report/mev/gap-text.ts";
import { liquidityLines } from "../../../src/report/mev/liquidity-lines.ts";
import { orderingWords } from "../../../src/report/mev/ordering-words.ts";
import { traderLine } from "../../../src/report/mev/trader-line.ts";
import { zeroSumLine } from "../../../src/report/mev/zero-sum-line.ts";
import { makeMev } from "./fixture.ts";
import { nothingExtracted } from "./nothing-extracted.ts";

describe("sentences about extraction turn with their numbers", () => {
  const result = makeMev("may-19");
  const only = (row: Partial<KindRow>): Pick<MevResult, "kinds" | "blocks"> => ({
    kinds: [{ kind: "sandwich", count: 2, gross: 0, toBuilder: 0, burned: 0, net: 0, victims: 0, victimLoss: 0, poolGain: 0, ...row }],
    blocks: result.blocks,
  });

  it("what was taken: who paid most comes first, a gain is no loss, one is no plural", () => {
    expect(extractionLine(only({ gross: 1_000, toBuilder: 250, victimLoss: 1_400, poolGain: 400 }))).to.equal(
      "2 extractions took $1,000; the builder got 25.0 % of it. By that victims of sandwiches lost $1,400, and liquidity providers gained $400.",
    );
    expect(extractionLine(only({ count: 1, gross: 1_000, victimLoss: 300, poolGain: -700 }))).to.equal(
      "1 extraction took $1,000; the builder got 0.0 % of it. By that liquidity providers lost $700, and victims of sandwiches lost $300.",
    );
    expect(extractionLine(only({ gross: -5 })))
      .to.contain("2 extractions lost $5.00. By that")
      .and.not.to.contain("builder");
    expect(extractionLine(nothingExtracted())).to.equal("Nothing was extracted in 31 blocks.");
  });

  it("what everybody gained sums to zero, or does not", () => {
    expect(zeroSumLine(result.participants)).to.contain("each sum to zero");
    const [first, ...rest] = result.participants;
    if (first === undefined) throw new Error("the fixture has participants");
    const odd = { ...first, quote: String(BigInt(first.quote) + 1n), gas: String(BigInt(first.gas) - 2n) };
    expect(zeroSumLine([odd, ...rest])).to.equal(
      "NOT BALANCED: over all participants quote sums to 1 millionths and ETH for gas sums to −2 wei, not to 0.",
    );
  });

  it("what it meant to liquidity providers: more, less, and nothing", () => {
    const kinds = only({}).kinds;
    const liquidity = { sandwichFees: 40, fromSandwiches: 30, fromArbitrage: -900, shareToBuilder: 0.5 };
    const [more, less] = liquidityLines({ kinds, liquidity });
    expect(more).to.equal("Sandwiches left liquidity providers with $30.00 more: the sandwiches' own swaps paid $40.00 in fees.");
    expect(less).to.match(/^Arbitrage and back-runs left them with \$900 less .*, 50\.0 % went to the builder/);
    const turned = liquidityLines({ kinds, liquidity: { ...liquidity, fromSandwiches: -30, fromArbitrage: 900, shareToBuilder: null } });
    expect(turned[0]).to.contain("with $30.00 less");
    expect(turned[1]).to.contain("with $900 more").and.not.to.contain("builder");
    expect(liquidityLines(nothingExtracted())).to.deep.equal(["There were no sandwiches.", "There was no arbitrage and no back-run."]);
  });

  it("how traders fared: less, more, and what they were quoted", () => {
    const trader = { sender: "trader", trades: 1_000, reverted: 0, volume: 1, shortfall: 0.002, sandwiched: 0, sandwichLoss: 0 };
    expect(traderLine(trader)).to.match(/received, weighted by size, 0\.200 % less than the pool .* sent; none was sandwiched\.$/);
    expect(traderLine({ ...trader, shortfall: -0.002, sandwiched: 2, sandwichLoss: 7 })).to.match(
      /0\.200 % more than .*; 2 of 1,000 were sandwiched, which cost \$7\.00\.$/,
    );
    expect(traderLine({ ...trader, shortfall: 1e-9, sandwiched: 1 })).to.match(
      /weighted by size, what the pool .* 1 of 1,000 was sandwiched/,
    );
    expect(traderLine({ ...trader, trades: 0 })).to.equal("No swap of a trader was executed.");
  });

  it("precision and recall, with intervals, and without anything to count", () => {
    const [precision, recall] = confusionLines(result.confusion);
    expect(precision).to.match(/of 1,253 .* 1,144 come from .*, 91\.3 % \(95 % interval 89\.6 % to 92\.7 %\)\.$/);
    expect(recall).to.match(/of 1,144 .* 1,144 were found, 100\.0 % \(95 % interval 99\.7 % to 100\.0 %\)\.$/);
    const [none, neither] = confusionLines(nothingExtracted().confusion);
    expect(none).to.contain("no transaction was inferred");
    expect(neither).to.contain("left anything to inference");
  });

  it("bundles: how many stand in a block, why the others do not, and none at all", () => {
    expect(bundleLine(result)).to.equal(
      "Of 3,360 bundles that searchers offered, 1,323 stand in a block; of the others 482 held a transaction that was in the block already, 1,555 would have been reverted.",
    );
    expect(bundleLine({ ...result, bundlesLeftOut: {} })).to.match(/1,323 stand in a block\.$/);
    expect(bundleLine({ ...result, bundlesLeftOut: { toString: 3 } })).to.contain("3 toString");
    expect(bundleLine(makeMev("black-thursday"))).to.equal(null);
  });

  it("a comparison: where a difference shows, where none does, and where nothing can be said", () => {
    const compared = makeMev("may-19", { compared: true }).counterfactual;
    if (compared === null) throw new Error("the fixture has a comparison");
    expect(counterfactualLine(compared)).to.equal(
      "20 pairs of runs on the same prices and chances, with sandwichers and without: a difference shows in: loss of traders, quote; no difference shows, as the interval contains zero, in: gain of liquidity providers, quote.",
    );
    const differences = compared.differences.map((each) => ({ ...each, interval: [-2, -1] as const }));
    expect(counterfactualLine({ ...compared, differences })).not.to.contain("no difference");
    const single = compared.differences.map((each) => ({ ...each, interval: null }));
    expect(counterfactualLine({ ...compared, seeds: 1, differences: single })).to.match(/^1 pair of runs .*: nothing can be said/);
  });

  it("the gap to the reference: below, above and none", () => {
    expect(gapText(99, 100)).to.equal("99.00, 1.00 % below the reference price of 100.00");
    expect(gapText(101, 100)).to.equal("101.00, 1.00 % above the reference price of 100.00");
    expect(gapText(100.000001, 100)).to.equal("100.00, level with the reference price");
    expect(gapLine(result.gap)).to.contain("0.33 % in the median");
    expect(gapLine({ median: 0, p95: 0, max: 0 })).to.equal("After every block the pool stood at the reference price.");
  });

  it("every ordering has its words, and one that is not known its name", () => {
    const known = ["priority-fee", "first-price", "first-come", "bundle-auction", "random"].map(orderingWords);
    expect(new Set(known).size).to.equal(5);
    for (const words of known) expect(words).to.match(/^(?:in|by) .{15,}/);
    expect(orderingWords("toString")).to.equal("toString");
  });
});
