import { expect } from "chai";
import { describe, it } from "mocha";
import type { ComparisonFinding, SeedEstimate, Told } from "../../../../src/core/comparison.ts";
import { answerOf } from "../../../../src/ledger/findings/compare/answer.ts";
import { comparisonFindings } from "../../../../src/ledger/findings/compare/comparison-findings.ts";
import { makeComparison } from "../../../report/compare/fixture.ts";
import { withEstimates } from "./with-estimates.ts";

const SPIRAL = "claim-7-death-spiral";
const told = (estimate: SeedEstimate): readonly ComparisonFinding[] => comparisonFindings(withEstimates(() => estimate));
const inverse = ({ value, interval }: SeedEstimate): SeedEstimate => ({
  value: -value,
  interval: interval === null ? null : [-interval[1], -interval[0]],
});
const UP: SeedEstimate = { value: 0.3, interval: [0.2, 0.4] };
const [above, below] = [told(UP), told(inverse(UP))];
const unclear = told({ value: 0.3, interval: [-0.5, 1.5] });
const head = ({ sentence }: ComparisonFinding): string => sentence.slice(0, sentence.indexOf(":"));

describe("sentences of a comparison turn with their numbers", () => {
  for (const [i, finding] of above.entries()) {
    const [turned, open] = [below[i], unclear[i]];

    it(`${finding.id}: above, below, and not to be told where the interval holds what it is held against`, () => {
      // A gain of 0.3 and one of −0.3 are both no spiral.
      const first: Told = finding.id === SPIRAL ? "below" : "above";
      expect([finding.told, turned?.told, open?.told]).to.deep.equal([first, "below", "open"]);
      if (finding.id !== SPIRAL) expect(head(finding)).not.to.equal(head(turned ?? finding));
      expect(open?.sentence).to.match(/^Whether .* cannot be told: /);
    });

    it(`${finding.id}: its standing turns as well`, () => {
      if (finding.topic !== "claim") {
        expect([finding.standing, turned?.standing, open?.standing]).to.deep.equal([null, null, null]);
        return;
      }
      expect(open?.standing).to.equal("cannot be told");
      expect([finding.standing, turned?.standing]).to.include("contradicted");
    });

    it(`${finding.id}: without an interval nothing is told`, () => {
      const [bare] = told({ value: 0.3, interval: null }).filter(({ id }) => id === finding.id);
      expect(bare?.told).to.equal("open");
      expect(bare?.basis).to.match(/wants three seeds/);
    });
  }

  const words: readonly (readonly [id: string, up: RegExp, down: RegExp])[] = [
    ["loss-per-gamma", /^For the same dollar gamma the LP lost more/, /^For the same dollar gamma the LP lost less/],
    ["pool-or-desk", /^Fees paid/, /^Theta paid/],
    ["which-crash-cost-more", /came off better in First crash than in Second/, /came off worse in First crash than in Second/],
    ["flow-of-pool", /^The pool sold what fell/, /^The pool bought what fell/],
    ["flow-of-hedged-lp", /^The hedge of the Hedged liquidity sold/, /^The hedge of the Hedged liquidity bought/],
    ["sold-in-worst-tenth", /did more of its selling/, /did less of its selling/],
    ["fall-with-pool", /^A fall was deeper/, /^A fall was smaller/],
    ["claim-1-mirror-image", /^The pool sold what fell/, /^The pool bought what a delta hedger sells/],
    ["claim-2-self-reinforcing", /reinforced a fall/, /made a fall smaller/],
    ["claim-3-hedging-is-harmless", /took away/, /made a fall smaller/],
    ["claim-4-losses-amplified", /ended ahead of who held/, /ended behind who held/],
    ["claim-5-arbitrage-is-the-loss", /took more/, /took less/],
    ["claim-6-selling-volatility", /gained in the crash/, /lost in the crash/],
  ];
  for (const [id, up, down] of words)
    it(`${id}: in words`, () => {
      expect(above.find((each) => each.id === id)?.sentence).to.match(up);
      expect(below.find((each) => each.id === id)?.sentence).to.match(down);
    });

  it("a gain whose interval is above 1 is a spiral, and so is a run that went out of sight", () => {
    const strong = told({ value: 1.3, interval: [1.2, 1.4] }).find(({ id }) => id === SPIRAL);
    expect(strong).to.include({ told: "above", standing: "borne out" });
    const { scenarios, between } = makeComparison();
    const lost = scenarios.map((each) => ({
      ...each,
      systems: each.systems.map((system) =>
        system.id === "pool-levered" ? { ...system, outOfSight: 2, gain: null, deeper: null } : system,
      ),
    }));
    const findings = comparisonFindings({ scenarios: lost, between });
    expect(findings.find(({ id }) => id === SPIRAL)).to.include({ standing: "borne out", value: 2 });
    expect(findings.find(({ id }) => id === "fall-with-pool-levered")?.sentence).to.match(
      /^A fall had no end .* 2 of the runs of First crash/,
    );
  });

  it("two crashes that disagree are said to", () => {
    const { scenarios, between } = withEstimates(() => UP);
    const mixed = [scenarios[0]!, withEstimates(() => inverse(UP)).scenarios[1]!];
    const findings = comparisonFindings({ scenarios: mixed, between });
    expect(findings.find(({ id }) => id === "flow-of-pool")?.sentence).to.match(
      /^The crashes disagree on whether the pool sold what fell: /,
    );
    expect(findings.find(({ id }) => id === "claim-1-mirror-image")?.standing).to.equal("cannot be told");
  });

  it("what is next to nothing is called the same", () => {
    const same = told({ value: 0.001, interval: [-0.001, 0.003] });
    const heads = same.filter(({ told: side }) => side === "none").map(({ id }) => id);
    expect(heads).to.include.members(["loss-per-gamma", "fall-with-pool", "claim-5-arbitrage-is-the-loss"]);
  });
});

describe("the answer", () => {
  const said = (findings: readonly ComparisonFinding[]): string => answerOf(findings).join(" ");

  it("is one sentence for each part, with numbers, and turns with the findings", () => {
    const { answer } = makeComparison();
    expect(answer).to.have.length(4);
    expect(said(above)).to.match(/^Not alike in the loss: .*costs more/);
    expect(said(below)).to.match(/^Not alike in the loss: .*costs less/);
    expect(said(unclear)).to.match(/^Whether the loss is alike cannot be told/);
    expect(said(told({ value: 0, interval: [-0.001, 0.001] }))).to.match(/^Alike in the loss/);
  });

  it("calls flows opposite only where they are", () => {
    expect(said(above)).to.match(/Not opposite in the flow: the pool sells what falls/);
    expect(said(below)).to.match(/Not opposite in the flow: the pool buys what falls/);
    const pool = (findings: readonly ComparisonFinding[]) => findings.filter(({ id }) => id === "flow-of-pool");
    const hedges = (findings: readonly ComparisonFinding[]) => findings.filter(({ id }) => id !== "flow-of-pool");
    expect(said([...pool(below), ...hedges(above)])).to.match(/ Opposite in the flow: the pool buys what falls; it is sold by/);
    expect(said([...pool(above), ...hedges(below)])).to.match(/ Opposite in the flow: the pool sells what falls; it is bought by/);
    expect(said([...pool(unclear), ...hedges(below)])).to.match(/Whether the flow is opposite cannot be told/);
  });

  it("sorts systems and claims by what was told of them", () => {
    expect(said(above)).to.match(/What turns it: deeper with “pool”, /);
    expect(said(below)).to.match(/What turns it: a fall is smaller with “pool”, /);
    expect(said(unclear)).to.match(/not told, or not in both crashes, with “pool”, /);
    expect(said(unclear)).to.match(/Of what is popularly said, not to be told: /);
    expect(said([])).to.match(/no system was run\. .*nothing was tested\.$/);
  });
});
