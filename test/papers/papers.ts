import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { wideBand } from "./experiments/arbitrage-with-fees.ts";
import { decimals, errorsApart } from "./experiments/comparison.ts";
import { fixedBlockLaw } from "./experiments/fixed-block-law.ts";
import { page } from "./experiments/page.ts";
import { papers } from "./experiments/papers.ts";

const TITLES = [
  "Loss versus rebalancing, σ²/8",
  "Arbitrage with fees, Poisson blocks",
  "Arbitrage with fees, fixed blocks",
  "A fee that stays in the reserves",
  "Discrete hedging of a sold call",
  "Hedging with costs",
  "The jump gap",
  "Self-exciting jumps",
];

describe("papers reproduced", () => {
  for (const [i, title] of TITLES.entries()) {
    it(`${title}: every number within three standard errors, or the same digits where nothing is drawn`, () => {
      const paper = papers()[i]!;
      expect(paper.title).to.equal(title);
      for (const comparison of paper.rows) {
        const { quantity, reference, ours, standardError } = comparison;
        const facts = `${quantity}: ${JSON.stringify(reference)} there, ${ours} here, standard error ${standardError}`;
        if (standardError === null)
          expect(ours.toFixed(decimals(comparison)), facts).to.equal(Number(reference).toFixed(decimals(comparison)));
        else expect(Math.abs(errorsApart(comparison)!), facts).to.be.below(3);
      }
    });
  }

  for (const width of [0.72, 1.6, 5.1, 17]) {
    it(`fixed blocks, band of ${width} σ: formulas and stationary law agree`, () => {
      const [solved, formula] = [fixedBlockLaw(width), wideBand(width)];
      expect(formula.share / solved.share).to.be.closeTo(1, 0.002);
      expect(formula.ratio / solved.ratio).to.be.closeTo(1, 0.002);
    });
  }

  it("has no other section", () => expect(papers().map(({ title }) => title)).to.deep.equal(TITLES));

  it("docs/papers.md says what the experiments give now", () => {
    expect(readFileSync(new URL("../../docs/papers.md", import.meta.url), "utf8")).to.equal(page(papers()));
  });
});
