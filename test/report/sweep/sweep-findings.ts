import { expect } from "chai";
import { describe, it } from "mocha";
import type { BookName } from "../../../src/core/result.ts";
import type { Estimate, SweepCell, SweepSummary } from "../../../src/core/sweep-summary.ts";
import { sweepFindings } from "../../../src/report/sweep/sweep-findings.ts";
import { makeSweep } from "./fixture.ts";
import { someAxes } from "./some-axes.ts";

const single = makeSweep({ paths: 300 });
const several = makeSweep({ axes: [someAxes.fee, someAxes.interval], paths: 300 });
const sentences = (summary: SweepSummary): readonly string[] => sweepFindings(summary).map(({ sentence }) => sentence);

/** The sweep with another difference of hedged LP less option twin in its only cell. */
function withDifference(total: Estimate): SweepSummary {
  const [cell] = single.cells as [SweepCell];
  const differences = cell.differences.map((each) => {
    if (each.book !== "option-twin" || each.minus !== "hedged-lp") return each;
    const turned = Object.entries(each.lines).map(([name, line]) => [name, { ...line, mean: -line.mean }]);
    return { book: each.minus, minus: each.book, lines: { ...(Object.fromEntries(turned) as typeof each.lines), total } };
  });
  return { ...single, cells: [{ ...cell, differences }] };
}

const measureOf = (cell: SweepCell | undefined, name: string) => {
  const book = cell?.books.find((each) => each.book === name);
  if (book === undefined) throw new Error(`no book ${name}`);
  return book.measures;
};

describe("what a sweep found in one cell", () => {
  it("turns when the difference turns", () => {
    const better = sentences(withDifference({ mean: 6_400, standardError: 320, interval: [5_760, 7_040] }))[0];
    expect(better).to.match(
      /^On average the hedged LP did better than the options desk .* by \$6,400, 1\.000 % of the start capital\. The largest/,
    );
    const worse = sentences(withDifference({ mean: -6_400, standardError: 320, interval: [-7_040, -5_760] }))[0];
    expect(worse).to.match(/ did worse than the options desk .* by \$6,400, /);
    const open = sentences(withDifference({ mean: 64, standardError: 320, interval: [-576, 704] }))[0];
    expect(open).to.match(/no difference shows: \$64\.00, 0\.010 % of the start capital, and the interval contains zero\.$/);
    const lone = sentences(withDifference({ mean: 64, standardError: null, interval: null }))[0];
    expect(lone).to.match(/^On this one path the hedged LP did better /);
  });

  it("names the line that brings most of the difference, in its own direction", () => {
    const [cell] = single.cells;
    const gap = (line: "premium" | "bleed" | "exposure" | "flow") =>
      measureOf(cell, "hedged-lp")[line].mean - measureOf(cell, "option-twin")[line].mean;
    const lines = (["premium", "bleed", "exposure", "flow"] as const).map((line) => [line, gap(line)] as const);
    const named = (sign: number): string => [...lines].sort((a, b) => sign * (b[1] - a[1]))[0]?.[0] ?? "";
    const interval = (sign: number) => [sign * 90 - 1, sign * 90 + 1] as const;
    for (const sign of [1, -1]) {
      const [sentence] = sentences(withDifference({ mean: sign * 90, standardError: 0.5, interval: interval(sign) }));
      expect(sentence).to.contain(`The largest part of that is ${named(sign)}: `);
    }
  });

  it("says what fees and theta pay of the bleed", () => {
    const [cell] = single.cells;
    const share = (name: string): string => {
      const { premium, bleed } = measureOf(cell, name);
      return ((-100 * premium.mean) / bleed.mean).toFixed(1);
    };
    const [, fees] = sentences(single);
    expect(fees).to.contain(`The pool's fees paid ${share("lp")} % of the LP's bleed`);
    expect(fees).to.contain(`Theta paid ${share("option-twin")} % of the desk's`);
  });

  it("says that a tail gained where it did", () => {
    const [cell] = single.cells as [SweepCell];
    const books = cell.books.map((book) => {
      const total = { ...book.measures.total, expectedShortfall: [-1_234, -1_000] };
      return { ...book, measures: { ...book.measures, total } };
    });
    expect(sentences({ ...single, cells: [{ ...cell, books }] })[2]).to.equal(
      "Over the worst 5 % of its paths the hedged LP gained $1,234, the options desk gained $1,234 and the short straddle gained $1,234 on average.",
    );
  });

  it("has the interval of every estimate, and how it was made", () => {
    const [, fees] = sweepFindings(single);
    expect(fees?.evidence.match(/, interval /g)).to.have.length(4);
    expect(fees?.evidence).to.match(/95 %, Student's t over 300 paths$/);
  });
});

describe("what a sweep found over cells", () => {
  it("names the cells of the lowest and the highest difference", () => {
    const difference = (cell: SweepCell): number => measureOf(cell, "hedged-lp").total.mean - measureOf(cell, "option-twin").total.mean;
    const sorted = [...several.cells].sort((a, b) => difference(a) - difference(b));
    const at = (cell: SweepCell | undefined): string => `pool.fee=${String(cell?.at[0])}, hedger.interval=${String(cell?.at[1])}`;
    const [first] = sentences(several);
    expect(first).to.match(/^The hedged LP is ahead of the options desk in \d+ of 12 cells/);
    expect(first).to.match(new RegExp(`from \\S+ % at ${at(sorted[0])} to \\S+ % at ${at(sorted.at(-1))}\\.$`));
  });

  it("counts the cells in which fees pay for the bleed", () => {
    expect(sentences(several)[1]).to.match(/they pay for all of it in none of 12 cells\.$/);
    const rich = several.cells.map((cell, index) => ({
      ...cell,
      books: cell.books.map((book) => {
        const { bleed } = book.measures;
        return index < 5 ? { ...book, measures: { ...book.measures, premium: { ...bleed, mean: -bleed.mean } } } : book;
      }),
    }));
    expect(sentences({ ...several, cells: rich })[1]).to.match(/ 100\.0 % at .*; they pay for all of it in 5 of 12 cells\.$/);
  });

  it("counts the cells in which the LP has the lighter tail", () => {
    const lighter = several.cells.filter(
      (cell) =>
        (measureOf(cell, "hedged-lp").total.expectedShortfall[0] ?? 0) < (measureOf(cell, "option-twin").total.expectedShortfall[0] ?? 0),
    );
    expect(sentences(several)[2]).to.contain(`the LP's tail is the lighter one in ${lighter.length} of 12 cells.`);
  });

  it("says once what is the same everywhere", () => {
    const [cell] = several.cells as [SweepCell];
    const same = sentences({ ...several, cells: [cell, { ...cell, at: [1, 2] }] });
    expect(same[0]).to.match(/The mean difference is \S+ % of the start capital everywhere\.$/);
    expect(same[1]).to.match(/pay \S+ % of the LP's bleed everywhere; they pay for all of it in none of 2 cells\.$/);
  });

  it("is silent on books that are not there", () => {
    const bare = several.cells.map((cell) => ({ ...cell, books: [], differences: [] }));
    expect(sweepFindings({ ...several, cells: bare })).to.deep.equal([]);
    expect(sweepFindings({ ...several, cells: bare.slice(0, 1) })).to.deep.equal([]);
    expect(sweepFindings({ ...several, cells: [] })).to.deep.equal([]);
  });
});

describe("what a sweep found of desk and insurer", () => {
  const one = makeSweep({
    axes: [
      { key: "hedger.desk", values: ["call"] },
      { key: "hedger.insurance", values: ["cppi"] },
    ],
    paths: 300,
  });
  const [cell] = one.cells as [SweepCell];
  const some = makeSweep({ axes: [someAxes.desk, someAxes.insurance], paths: 300 });

  /** The sweep with another difference of one book less another in its only cell. */
  const withTotal = (book: BookName, minus: BookName, total: Estimate): SweepSummary => ({
    ...one,
    cells: [
      {
        ...cell,
        differences: cell.differences.map((each) =>
          [each.book, each.minus].sort().join() === [book, minus].sort().join() ? { book, minus, lines: { ...each.lines, total } } : each,
        ),
      },
    ],
  });

  it("in one cell: what the desk made beside the hedged LP, and turns with the difference", () => {
    const said = (total: Estimate): string =>
      sentences(withTotal("hedged-lp", "desk", total)).find((each) => each.startsWith("On average the short call")) ?? "";
    expect(said({ mean: 640, standardError: 10, interval: [620, 660] })).to.match(/; the hedged LP did better by \$640\.$/);
    expect(said({ mean: -640, standardError: 10, interval: [-660, -620] })).to.match(/; the hedged LP did worse by \$640\.$/);
    expect(said({ mean: 64, standardError: 320, interval: [-576, 704] })).to.match(
      /no difference shows: \$64\.00, and the interval contains zero\.$/,
    );
  });

  it("in one cell: what insurance cost against holding, and its own worst paths", () => {
    const said = (mean: number): string =>
      sentences(withTotal("insurer", "hold", { mean, standardError: 10, interval: [mean - 20, mean + 20] })).find((each) =>
        each.startsWith("On average the insurer did"),
      ) ?? "";
    expect(said(-640)).to.match(/^On average the insurer did worse than holding, by \$640\. Over its worst 5 % of paths it lost /);
    expect(said(640)).to.match(/^On average the insurer did better than holding, by \$640\./);
    const total = measureOf(cell, "insurer").total;
    const lost = ((100 * (total.expectedShortfall[0] ?? NaN)) / cell.startCapital).toFixed(2);
    expect(said(640)).to.contain(`it lost ${lost} % of its capital`);
  });

  it("names both among those of the worst paths", () => {
    expect(sentences(one).find((each) => each.startsWith("Over the worst"))).to.match(
      /the short call (?:lost|gained) .* and the insurer (?:lost|gained) /,
    );
  });

  it("over cells: where they make most and least, and in how many cells there is none", () => {
    const desk = sentences(some).find((each) => each.includes("chosen desk")) ?? "";
    expect(desk).to.match(/^On average the chosen desk makes .* There is none in 2 of 6 cells\.$/);
    const insurer = sentences(some).find((each) => each.startsWith("On average the insurer")) ?? "";
    expect(insurer).to.match(/There is none in 3 of 6 cells\.$/);
    expect(sentences(several).join(" ")).not.to.match(/chosen desk|insurer/);
  });
});
