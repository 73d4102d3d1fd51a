import { expect } from "chai";
import { describe, it } from "mocha";
import { renderProbe } from "../../../src/report/probe/probe-terminal.ts";
import { hostile } from "../hostile.ts";
import { makeProbe } from "./fixture.ts";

const lengthOf = (line: string): number => [...line].length;

describe("a probe on the terminal", () => {
  const text = renderProbe(makeProbe());

  it("begins with both pools and their score cards side by side", () => {
    const lines = text.split("\n");
    expect(lines[0]).to.equal("faulty beside sound 2");
    const depth = lines.find((line) => line.startsWith("depth "));
    expect(depth).to.match(/^depth +30\.0 +0\.0000 % +90\.0 +0\.0000 %$/);
    const flat = text.replaceAll("\n", " ");
    expect(flat).to.include("faulty is as good as its weakest side, hostile tokens, with 22.0 of 100; ");
    expect(flat).to.include("sound 2 is as good as its weakest side, hostile tokens, with 82.0 of 100; nothing stands out.");
  });

  it("says what stands out with both numbers of a broken quote", () => {
    expect(text.replace(/\n {3}/g, " ")).to.include(
      "2 of 10 quotes are not kept: a purchase of 30.00 % of the reserve is quoted 77 smallest units, and the swap is refused (Pair_Product).",
    );
  });

  it("says how each score follows, and what was not measured", () => {
    expect(text).to.include("depth: 100·d/(d + 0.01), d, what is measured.");
    const none = renderProbe(makeProbe({ nothing: true }));
    expect(none).to.match(/\ndepth +not applicable +–\n/);
    expect(none).to.include("Depth: not applicable, since the pool reverts.");
    expect(none).not.to.match(/NaN|Infinity|undefined/);
  });

  for (const width of [40, 60, 100])
    it(`keeps to ${width} columns`, () => {
      for (const line of renderProbe(makeProbe(), { width }).split("\n")) expect(lengthOf(line), line).to.be.at.most(width);
    });

  it("lets no text command the terminal", () => {
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    expect(renderProbe(makeProbe({ hostile }), { width: 80 })).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it("is in colour where that is asked for, and otherwise the same", () => {
    const colored = renderProbe(makeProbe(), { color: true });
    // eslint-disable-next-line no-control-regex -- so are these
    expect(colored.replace(/\u001b\[\d+m/g, "")).to.equal(text);
    expect(colored).not.to.equal(text);
  });
});
