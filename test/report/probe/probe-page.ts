import { expect } from "chai";
import { describe, it } from "mocha";
import { decimal } from "../../../src/report/number-format.ts";
import { probeGroups } from "../../../src/report/probe/probe-groups.ts";
import { probeLimits } from "../../../src/report/probe/probe-limits.ts";
import { probePage } from "../../../src/report/probe/probe-page.ts";
import { textOf } from "../page/elements.ts";
import { readPage } from "../page/read-page.ts";
import { readTable } from "../page/read-table.ts";
import { makeProbe } from "./fixture.ts";

const plain = (text: string): string => text.replaceAll("&#39;", "'").replace(/[\u00a0\u2060]/g, " ");

describe("the page of a probe", () => {
  const probe = makeProbe();
  const page = probePage(probe);
  const elements = readPage(page);
  const [faulty, sound] = probe.pools;

  it("is the same for the same probe", () => expect(probePage(makeProbe())).to.equal(page));

  it("has every score of both pools with the number behind it, and how it follows", () => {
    const [over, heads, ...rows] = readTable(page, "Score card");
    expect(over).to.deep.equal(["", "faulty", "sound 2"]);
    expect(heads).to.deep.equal(["score", "0 to 100", "measured", "0 to 100", "measured"]);
    expect(rows.map(([title, one, , other]) => [title, one, other])).to.deep.equal(
      faulty?.scores.map(({ title, score }, i) => [title, decimal(score ?? NaN, 1), decimal(sound?.scores[i]?.score ?? NaN, 1)]),
    );
    const formulas = elements.filter(({ tag, parent }) => tag === "code" && parent?.tag === "dd").map(textOf);
    expect(formulas).to.deep.equal(faulty?.scores.map(({ formula }) => formula));
  });

  it("says of the pool with faults every one of them, and of the sound one that there is none", () => {
    const findings = elements.filter(({ tag, parent }) => tag === "li" && parent?.attributes["class"] === "findings").map(textOf);
    expect(findings.map(plain)).to.deep.equal(faulty?.findings.map(plain));
    expect(sound?.findings).to.deep.equal([]);
    expect(page).to.include("Nothing: what it says is what it does.");
  });

  it("draws both pools' costs on both sides, refused trades left out, and has them as tables", () => {
    const pictures = elements.filter(({ attributes }) => attributes["role"] === "img");
    expect(pictures).to.have.length(2);
    const lines = pictures.map((picture) =>
      elements
        .filter(({ tag, parent }) => tag === "path" && parent?.parent === picture)
        .map(({ attributes }) => (attributes["d"] ?? "").split("L").length),
    );
    expect(lines).to.deep.equal([
      [9, 9],
      [8, 9],
    ]);
    const table = readTable(page, "Buying base, as a table");
    expect(table).to.have.length(10);
    expect(table.at(-1)).to.deep.equal(["50.0 %", "refused", "33.467 %"]);
  });

  it("has everything that was measured, and what became of tokens that misbehave", () => {
    const rows = readTable(page, "Everything that was measured").slice(1);
    const groups = probeGroups(probe.pools);
    expect(rows).to.have.length(groups.reduce((sum, group) => sum + 1 + group.rows.length, 0));
    expect(rows.find(([label]) => label === "quotes kept")).to.deep.equal(["quotes kept", "8 of 10", "10 of 10"]);
    expect(readTable(page, "Tokens that misbehave: faulty").slice(1)).to.deep.equal([
      ["answers nothing", "done", "–"],
      ["calls mint in the middle", "–", "pool short"],
    ]);
  });

  it("says what it leaves out", () => {
    const limits = elements.filter(({ tag, parent }) => tag === "li" && parent?.attributes["class"] === "limits").map(textOf);
    expect(limits.map(plain)).to.deep.equal(probeLimits.map(plain));
  });

  it("says not applicable where nothing was measured, and why, and shows no number that is none", () => {
    const none = probePage(makeProbe({ nothing: true }));
    const rows = readTable(none, "Score card").slice(2);
    for (const [, score, measured] of rows) expect([score, measured]).to.deep.equal(["not applicable", "–"]);
    expect(none).to.include("Depth: not applicable, since the pool reverts.");
    expect(none).not.to.match(/NaN|Infinity|undefined/);
    expect(page).not.to.match(/NaN|Infinity|undefined/);
  });
});
