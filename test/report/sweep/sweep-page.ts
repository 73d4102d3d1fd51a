import { createHash } from "node:crypto";
import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepSummary } from "../../../src/core/sweep-summary.ts";
import { renderSweepPage } from "../../../src/report/sweep/sweep-page.ts";
import { hostile } from "../hostile.ts";
import { makeSweep } from "./fixture.ts";
import { readNumber } from "../page/read-number.ts";
import { readTable } from "../page/read-table.ts";
import { someAxes } from "./some-axes.ts";

const withoutStyles = (page: string): string => page.replace(/<style>[^]*?<\/style>/g, "");

/** Whether a number on the page is this one, to half of its last decimal. */
function expectShown(text: string | undefined, value: number | null | undefined): void {
  if (text === "–") return;
  const read = readNumber(text ?? "");
  expect(read.value, text).to.be.closeTo(value ?? NaN, 0.500001 * Number(`1e-${read.digits}`));
}

describe("a sweep's index.html", () => {
  const summary = makeSweep({ axes: [someAxes.fee, someAxes.interval], paths: 200 });
  const page = renderSweepPage(summary);

  it("is the same for the same summary", () =>
    expect(renderSweepPage(makeSweep({ axes: [someAxes.fee, someAxes.interval], paths: 200 }))).to.equal(page));

  it("loads nothing and runs nothing", () => {
    expect(page).not.to.match(/<script/i);
    expect(withoutStyles(page)).not.to.match(
      /\b(?:src|action|data|poster|srcset)\s*=|href="(?!#)|https?:|<(?:link|iframe|img|object|embed|base|form)\b/i,
    );
    expect(page).not.to.match(/url\(|@import|<[a-z]+[^>]* (?:style|on[a-z]+)=/i);
  });

  it("allows its own styles by their hashes and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const hashes = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(
      (match) =>
        `'sha256-${createHash("sha256")
          .update(match[1] ?? "")
          .digest("base64")}'`,
    );
    expect(hashes).to.have.length(3);
    expect(policy).to.equal(`default-src 'none'; style-src ${hashes.join(" ")}; base-uri 'none'; form-action 'none'`);
  });

  it("takes no markup from titles, axes and settings", () => {
    const axes = [{ key: `hedger.policy${hostile}`, values: ["interval", "band"] }, someAxes.fee, { key: "a.b", values: ["x"] }];
    const attacked = renderSweepPage(makeSweep({ axes, paths: 20, hostile }));
    expect(attacked).not.to.match(/<(?:script|img)|<\/script/i);
    const tags =
      withoutStyles(attacked)
        .replace(/"[^"]*"/g, '""')
        .match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /onerror|alert|=(?!"")/.test(tag))).to.deep.equal([]);
    expect(attacked).to.contain("&lt;/script&gt;&lt;script&gt;alert(1)");
    // eslint-disable-next-line no-control-regex -- that none is left is the point
    expect(attacked).not.to.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it("has a row a cell with the summary's returns, differences and tails", () => {
    const rows = readTable(page, "LP beside hedger: a row a cell").slice(2);
    expect(rows).to.have.length(12);
    summary.cells.forEach((cell, index) => {
      const [fee, interval, ...numbers] = rows[index] ?? [];
      expect([Number(fee), Number(interval)]).to.deep.equal(cell.at);
      const percent = 100 / cell.startCapital;
      const of = (name: string) => cell.books.find(({ book }) => book === name)?.measures.total;
      ["lp", "hedged-lp", "option-twin", "short-straddle"].forEach((name, column) =>
        expectShown(numbers[column], (of(name)?.mean ?? NaN) * percent),
      );
      const pair = cell.differences.find(({ book, minus }) => book === "option-twin" && minus === "hedged-lp")?.lines.total;
      const [, shown, said] = /^([^a-zA-Z]*)([a-zA-Z ]*)$/.exec(numbers[4] ?? "") ?? [];
      expectShown(shown, -(pair?.mean ?? NaN) * percent);
      const [low, high] = pair?.interval ?? [NaN, NaN];
      expect(said).to.equal(high < 0 ? "LP ahead" : low > 0 ? "desk ahead" : "no difference shown");
      ["hedged-lp", "option-twin", "short-straddle"].forEach((name, column) =>
        expectShown(numbers[5 + column], (of(name)?.expectedShortfall[0] ?? NaN) * percent),
      );
    });
  });

  it("has columns for desk and insurer where any cell has them, and says so where one has not", () => {
    const chosen = makeSweep({ axes: [someAxes.desk, someAxes.insurance], paths: 200 });
    const own = renderSweepPage(chosen);
    const [, heads, ...rows] = readTable(own, "LP beside hedger: a row a cell");
    // Two axes, four books and the two chosen, the difference, three tails and those of the chosen.
    expect(heads).to.have.length(2 + 6 + 1 + 5);
    expect(heads?.slice(6, 8)).to.deep.equal(["chosen desk", "insurer"]);
    chosen.cells.forEach((cell, index) => {
      const cells = rows[index] ?? [];
      const percent = 100 / cell.startCapital;
      for (const [name, at, tail] of [
        ["desk", 6, 12],
        ["insurer", 7, 13],
      ] as const) {
        const total = cell.books.find(({ book }) => book === name)?.measures.total;
        if (total === undefined) {
          expect([cells[at], cells[tail]]).to.deep.equal(["none", "none"]);
          continue;
        }
        expectShown(cells[at], total.mean * percent);
        expectShown(cells[tail], (total.expectedShortfall[0] ?? NaN) * percent);
      }
    });
    expect(own).to.contain("Where a cell has no such desk or no insurer, its column says none.");
    expect(page).not.to.contain("its column says none");
    // One desk throughout is called by its name.
    const one = renderSweepPage(makeSweep({ axes: [{ key: "hedger.desk", values: ["call"] }, someAxes.fee], paths: 20 }));
    expect(readTable(one, "LP beside hedger: a row a cell")[1]).to.include("short call");
    for (const id of ["heat-desk", "heat-insurer", "heat-shortfall-desk", "heat-shortfall-insurer"]) expect(own).to.contain(`id="${id}"`);
    expect(page).not.to.match(/id="heat-(?:desk|insurer)"/);
  });

  it("has every statistic of every line that is not zero throughout", () => {
    const cell = summary.cells[7];
    const rows = readTable(page, "Statistics of every book, pool.fee=0.003, hedger.interval=400");
    expect(rows[0]).to.have.length(5 + summary.probabilities.length + 1 + 2 * summary.tails.length);
    let at = 1;
    for (const { title, measures } of cell?.books ?? []) {
      expect(rows[at]).to.deep.equal([title]);
      for (at += 1; (rows[at]?.length ?? 0) > 1; at += 1) {
        const [label, mean, error, deviation, least, ...rest] = rows[at] ?? [];
        const names = { "higher order": "higherOrder", "peak margin": "peakMargin" } as Readonly<Record<string, string>>;
        const spread = measures[(names[label ?? ""] ?? label) as keyof typeof measures];
        expectShown(mean, spread.mean);
        expectShown(error, spread.standardError);
        expectShown(deviation, spread.deviation);
        expectShown(least, spread.least);
        spread.quantiles.forEach((quantile, place) => expectShown(rest[place], quantile));
        expectShown(rest[spread.quantiles.length], spread.greatest);
        const tails = rest.slice(spread.quantiles.length + 1);
        summary.tails.forEach((_, place) => {
          expectShown(tails[2 * place], spread.valueAtRisk[place]);
          expectShown(tails[2 * place + 1], spread.expectedShortfall[place]);
        });
      }
    }
    expect(rows.slice(at).map(([name]) => name)).to.deep.equal(["the path", "log return", "arbitrages", "blocks"]);
    expect(rows.map(([name]) => name)).not.to.include.members(["vega"]);
    expect(page).to.contain(
      "and left out: gap, vega, wrong volatility, stale mark, funding, basis, wider spread, impact, liquidation, shortfall, replication, rounding.",
    );
  });

  it("has the difference between every pair of books, line by line", () => {
    const rows = readTable(page, "Differences between books, pool.fee=0.01, hedger.interval=1");
    expect(rows).to.have.length(1 + 10);
    const [head = []] = rows;
    const differences = summary.cells[8]?.differences ?? [];
    differences.forEach(({ lines }, index) => {
      expectShown(rows[index + 1]?.[head.indexOf("premium")], lines.premium.mean);
      expectShown(rows[index + 1]?.[head.indexOf("total")], lines.total.mean);
    });
  });

  it("lists the settings, names the limits, and shows the query", () => {
    const settings = readTable(page, "Settings of the sweep");
    for (const [key, value] of Object.entries(summary.settings)) expect(settings).to.deep.include([key, String(value)]);
    expect(settings).to.deep.include(["pool.fee", "0.0005, 0.003, 0.01 (an axis)"]);
    expect(page).to.contain("One arbitrageur takes every profit");
    expect(page).to.contain("<code>SELECT\n  &quot;pool.fee&quot;,\n  &quot;hedger.interval&quot;,\n  avg(");
    expect(page).to.contain("FROM &#39;parts/*.parquet&#39;");
  });

  const pages: Readonly<Record<string, SweepSummary>> = {
    "no axes": makeSweep({ paths: 50 }),
    "one axis": makeSweep({ axes: [someAxes.volatility], paths: 50 }),
    "words on an axis": makeSweep({ axes: [someAxes.policy], paths: 50 }),
    "a single path": makeSweep({ axes: [someAxes.fee], paths: 1 }),
    "equal paths": makeSweep({ axes: [someAxes.policy], paths: 5, flat: true }),
    "huge amounts": makeSweep({ axes: [someAxes.policy], paths: 20, scale: 1e140 }),
    "tiny amounts": makeSweep({ axes: [someAxes.policy], paths: 20, scale: 1e-12 }),
    "no tails, no quantiles": { ...makeSweep({ paths: 20 }), probabilities: [], tails: [] },
    "no differences": { ...summary, cells: summary.cells.map((cell) => ({ ...cell, differences: [] })) },
    "one book": { ...summary, cells: summary.cells.map((cell) => ({ ...cell, books: cell.books.slice(0, 1), differences: [] })) },
    "no cells": { ...summary, cells: [], axes: [] },
  };
  for (const [name, odd] of Object.entries(pages)) {
    it(`holds together with ${name}`, () => {
      const text = withoutStyles(renderSweepPage(odd));
      expect(text).not.to.match(/NaN|undefined|Infinity|\[object/);
      const open = (tag: string): number => text.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
      for (const tag of ["section", "details", "table", "figure", "tr", "td", "th", "svg", "div", "dl", "p"]) {
        expect(text.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0, tag).to.equal(open(tag));
      }
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).to.equal(ids.length);
    });
  }

  it("stays below 1.5 MB for 12 cells", () => expect(Buffer.byteLength(page)).to.be.below(1_500_000));
});
