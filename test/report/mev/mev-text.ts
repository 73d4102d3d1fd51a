import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { renderMev } from "../../../src/report/mev/mev-text.ts";
import { hostile } from "../hostile.ts";
import { makeMev } from "./fixture.ts";
import { nothingExtracted } from "./nothing-extracted.ts";

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));
// eslint-disable-next-line no-control-regex -- terminal commands begin with one
const styles = /\u001b\[(?:1|2|22|33|39)m/g;

describe("extraction on a terminal", () => {
  const results = {
    "gas auction": makeMev("black-thursday", { compared: true }),
    "sealed bids": makeMev("may-19"),
    "hostile texts": makeMev("black-thursday", { hostile, compared: true }),
    "nothing extracted": nothingExtracted(),
  };

  it("reads as it did", () => {
    const text = [results["gas auction"], results["sealed bids"]].map((result) => renderMev(result, { width: 80 })).join("\n");
    expect(text).to.equal(readFileSync(new URL("mev.txt", import.meta.url), "utf8"));
  });

  for (const [name, result] of Object.entries(results)) {
    it(`${name}: fits its columns, at most 200 and at least 40`, () => {
      for (const width of [40, 47, 60, 80, 100, 133, 200]) {
        const text = renderMev(result, { width });
        expect(widest(text), String(width)).to.be.at.most(width);
        expect(text).not.to.match(/NaN|undefined|Infinity|\[object/);
        // eslint-disable-next-line no-control-regex -- that none is left is the point
        expect(text).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
        expect(text.endsWith("\n") && !text.endsWith("\n\n")).to.equal(true);
      }
      expect(renderMev(result, { width: 10 })).to.equal(renderMev(result, { width: 40 }));
      expect(renderMev(result, { width: 900 })).to.equal(renderMev(result, { width: 200 }));
    });
  }

  it("says the same in colour", () => {
    const colored = renderMev(results["gas auction"], { width: 80, color: true });
    expect(colored).to.match(styles);
    expect(colored.replace(styles, "")).to.equal(renderMev(results["gas auction"], { width: 80 }));
  });

  it("says that nothing happened where nothing did", () => {
    const text = renderMev(results["nothing extracted"], { width: 100 });
    expect(text).to.contain("Nothing was extracted in 31 blocks.");
    expect(text).to.contain("There were no sandwiches.");
    expect(text).not.to.match(/cost others most|Searchers|Traders|Who gained/);
  });

  it("names a broken identity, and participants that do not sum to zero", () => {
    const { identities, participants, ...rest } = results["gas auction"];
    const text = renderMev({
      ...rest,
      identities: identities.map((each) => ({ ...each, largestGap: 3 })),
      participants: participants.map((each, index) => (index === 0 ? { ...each, base: String(BigInt(each.base) - 7n) } : each)),
    });
    expect(text).to.contain("BROKEN: identity 4 (gap 3, allowed 0 smallest unit)");
    expect(text).to.contain("NOT BALANCED: over all participants base sums to −7 wei, not to 0.");
  });

  it("puts a victim between the two legs of its sandwich, in block order", () => {
    const text = renderMev(results["sealed bids"], { width: 100 });
    expect(text).to.match(
      / 0 {2}sandwicher-2 {2}buys 62\.57 base for 159,833 quote.*\n +1 {2}trader-1 {6}victim, buys 156\.2 base.*\n +2 {2}sandwicher-2 {2}sells 62\.57 base/,
    );
  });
});
