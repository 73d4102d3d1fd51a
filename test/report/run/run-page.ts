import { createHash } from "node:crypto";
import { expect } from "chai";
import { describe, it } from "mocha";
import { renderRunPage } from "../../../src/report/run/run-page.ts";
import type { PackedColumn } from "../../../src/report/charts/pack-column.ts";
import { makeResult } from "../fixture.ts";
import { hostile } from "../hostile.ts";
import { unpackColumn } from "../charts/unpack-column.ts";

const elements = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`, "g"))].map((match) => match[1] ?? "");
const withoutCode = (page: string): string => page.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "");

describe("index.html", () => {
  const result = makeResult();
  const page = renderRunPage(result);

  it("is the same for the same result", () => expect(renderRunPage(makeResult())).to.equal(page));

  it("loads nothing", () => {
    expect(withoutCode(page)).not.to.match(
      /\b(?:src|href="(?!#)|action|data|poster|srcset)\s*=|https?:|<(?:link|iframe|img|object|embed|base|form)\b/i,
    );
    for (const style of elements(page, "style")) expect(style).not.to.match(/url\(|@import|https?:/);
    const own = elements(page, "script").at(-1) ?? "";
    expect(own).not.to.match(/fetch|XMLHttpRequest|WebSocket|import\(|https?:|innerHTML|eval/);
  });

  it("allows its own scripts and styles by their hashes and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).to.match(/^default-src 'none';/);
    expect(policy).not.to.contain("unsafe");
    const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [data, ...scripts] = elements(page, "script");
    expect(JSON.parse(data ?? "")).to.have.keys("columns", "charts");
    expect(scripts).to.have.length(2);
    for (const text of [...scripts, ...elements(page, "style")]) expect(policy).to.contain(hash(text));
    expect(page).not.to.match(/<[a-z]+[^>]* (?:style|on[a-z]+)=/i);
  });

  it("takes no markup from texts", () => {
    const attacked = renderRunPage(makeResult({ hostile }));
    const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    for (const pattern of [/<script/g, /<img/g, /<\/script>/g])
      expect(count(attacked, pattern), pattern.source).to.equal(count(page, pattern));
    const tags =
      withoutCode(attacked)
        .replace(/"[^"]*"/g, '""')
        .match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /onerror|alert|=(?!"")/.test(tag))).to.deep.equal([]);
    expect(attacked).to.contain("&lt;/script&gt;&lt;script&gt;alert(1)");
    // eslint-disable-next-line no-control-regex -- that none is left is the point
    expect(attacked).not.to.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it("carries the series to the seventh digit, each column once", () => {
    const data = JSON.parse(elements(page, "script")[0] ?? "") as {
      columns: PackedColumn[];
      charts: { id: string; time: number; lines: { column: number }[] }[];
    };
    const pool = data.charts.find((chart) => chart.id === "price")?.lines[0]?.column ?? -1;
    const packed = data.columns[pool];
    if (packed === undefined) throw new Error("the price chart has a pool price");
    unpackColumn(packed).forEach((value, row) => expect(value).to.be.closeTo(result.series.poolPrice[row] ?? 0, 5.1e-5));
    expect(data.charts.filter((chart) => chart.id !== "recorded-flow").every((chart) => chart.time === 0)).to.equal(true);
  });

  it("has a heading, a sentence, a legend and a table for every chart", () => {
    const figures = [...page.matchAll(/<figure class="chart[^]*?<\/figure>/g)].map((match) => match[0]);
    expect(figures).to.have.length(13);
    for (const figure of figures) {
      expect(figure).to.match(/<h3[^>]*>[^<]+<\/h3><p[^>]*>[^<]{20,}<\/p>/);
      expect(figure).to.match(/<ul class="legend"/);
      expect(figure).to.match(/<details><summary>Numbers<.*<\/summary>.*<table>/s);
      expect(figure).not.to.contain("NaN");
    }
  });

  it("does without what a run does not have", () => {
    const less = renderRunPage({ ...makeResult({ recorded: false }), intrabar: [] });
    expect(withoutCode(less)).not.to.match(/recorded-flow|intrabar-heading/);
    expect(withoutCode(less)).not.to.match(/NaN|undefined|\[object/);
  });

  it("stays below 3 MB for 6,500 blocks", () => {
    expect(Buffer.byteLength(renderRunPage(makeResult({ blocks: 6_500 })))).to.be.below(3_000_000);
  });
});
