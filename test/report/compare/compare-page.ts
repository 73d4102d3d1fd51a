import { expect } from "chai";
import { describe, it } from "mocha";
import { comparePage } from "../../../src/report/compare/compare-page.ts";
import { QUESTION } from "../../../src/report/compare/question.ts";
import { textOf } from "../page/elements.ts";
import { readPage } from "../page/read-page.ts";
import { readTable } from "../page/read-table.ts";
import { makeComparison } from "./fixture.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u2060]/g, " ").replace(/ +/g, " ");

describe("the page of two crashes", () => {
  const comparison = makeComparison();
  const page = comparePage(comparison);
  const elements = readPage(page);
  const sections = elements.filter(({ tag }) => tag === "section");

  it("is the same for the same comparison", () => expect(comparePage(makeComparison())).to.equal(page));

  it("ends with the answer to its question", () => {
    const last = sections.at(-1);
    if (last === undefined) throw new Error("no section");
    const entities = (text: string): string => text.replaceAll("&#39;", "'").replaceAll("&quot;", '"');
    expect(entities(plain(textOf(last)))).to.equal(plain(`${QUESTION} ${comparison.answer.join(" ")}`).replace(/−\$/g, "− $"));
  });

  it("has a statement with the books of each crash, in parts of a hundred of their capital", () => {
    const [over, heads, ...rows] = readTable(page, "The statement of both crashes, in parts of a hundred of each book's start capital");
    expect(over).to.deep.equal(["", "First crash", "Second crash"]);
    expect(heads).to.have.length(1 + comparison.scenarios.reduce((sum, { books }) => sum + books.length, 0));
    const total = rows.find(([label]) => label === "total");
    const books = comparison.scenarios.flatMap(({ books: each }) => each);
    total?.slice(1).forEach((cell, i) => {
      const { total: value = NaN, startCapital = NaN } = books[i] ?? {};
      expect(Number(cell.replace("−", "-"))).to.be.closeTo((100 * value) / startCapital, 0.00501);
    });
    expect(rows.find(([label]) => label === "cost per gamma")?.[1]).to.equal("–");
  });

  it("has every system with the gain and the fall of each crash", () => {
    const [, heads, ...rows] = readTable(page, "What each system does to a fall");
    expect(heads).to.have.length(7);
    expect(rows.map(([title]) => title)).to.deep.equal(comparison.scenarios[0]?.systems.map(({ title }) => title));
    expect(rows[0]).to.deep.equal(["pool", "−0.250", "dampens", "−20.0 %", "−0.250", "dampens", "−20.0 %"]);
  });

  it("draws both paths and every flow, each with its table", () => {
    const pictures = elements.filter(({ attributes }) => attributes["role"] === "img");
    const lines = (at: number): number =>
      elements.filter(
        ({ tag, attributes, parent }) =>
          tag === "path" && attributes["class"]?.startsWith("line") === true && parent?.parent === pictures[at],
      ).length;
    expect(pictures).to.have.length(3);
    expect([lines(0), lines(1), lines(2)]).to.deep.equal([2, 6, 6]);
    expect(readTable(page, "Both prices, the start at 100, as a table")).to.have.length(12);
  });

  it("says of every claim what became of it", () => {
    const standings = elements.filter(({ attributes }) => attributes["class"]?.startsWith("standing") === true).map(textOf);
    const claims = comparison.findings.filter(({ topic }) => topic === "claim");
    expect(standings).to.deep.equal(claims.map(({ standing }) => `${standing ?? ""}:`));
  });

  it("has no line break in its pictures' numbers for a flat path", () => {
    const flat = comparison.scenarios.map((each) => ({
      ...each,
      series: {
        ...each.series,
        price: each.series.price.map(() => 1),
        flow: each.series.flow.map((one) => ({ ...one, values: one.values.map(() => 0) })),
      },
    }));
    expect(comparePage({ ...comparison, scenarios: flat })).to.not.match(/NaN|Infinity/);
  });
});
