import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepSummary } from "../../../src/core/sweep-summary.ts";
import { heatFigure } from "../../../src/report/sweep/heat-figure.ts";
import { heatMeasures } from "../../../src/report/sweep/heat-measures.ts";
import { makeSweep } from "./fixture.ts";
import { readNumber } from "../page/read-number.ts";
import { readTable } from "../page/read-table.ts";
import { someAxes } from "./some-axes.ts";

const { fee, interval, policy, volatility } = someAxes;

function measure(summary: SweepSummary, id: string) {
  const found = heatMeasures(summary).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is a measure ${id}`);
  return found;
}

/** Colour classes of a page's cells, with the numbers in them. */
function painted(html: string): { readonly step: number; readonly value: number }[] {
  return [...html.matchAll(/<td class="[ds](\d+)">([^<]*)/g)].map((match) => ({
    step: Number(match[1]),
    value: readNumber((match[2] ?? "").replaceAll("\u00a0", " ")).value,
  }));
}

describe("a heat map", () => {
  it("has the first axis down and the second across, each number in its place", () => {
    const summary = makeSweep({ axes: [fee, interval], paths: 100 });
    const hedged = measure(summary, "heat-hedged-lp");
    const rows = readTable(heatFigure(summary, hedged).markup, hedged.heading);
    expect(rows[0]).to.deep.equal(["pool.fee", "hedger.interval"]);
    expect(rows[1]).to.deep.equal(interval.values.map(String));
    for (const cell of summary.cells) {
      const row = rows.find(([name]) => name === String(cell.at[0])) ?? [];
      const { value, digits } = readNumber(row[1 + (rows[1]?.indexOf(String(cell.at[1])) ?? 0)] ?? "");
      const mean = cell.books.find(({ book }) => book === "hedged-lp")?.measures.total.mean ?? NaN;
      expect(value).to.be.closeTo((100 * mean) / cell.startCapital, 0.500001 * Number(`1e-${digits}`));
    }
  });

  it("has one row for one axis", () => {
    const summary = makeSweep({ axes: [volatility], paths: 20 });
    const fees = measure(summary, "heat-fees");
    const rows = readTable(heatFigure(summary, fees).markup, fees.heading);
    expect(rows).to.have.length(3);
    expect(rows[2]).to.have.length(5);
  });

  it("has a map for each value of further axes, on one scale", () => {
    const summary = makeSweep({ axes: [fee, interval, policy], paths: 50 });
    const shortfall = measure(summary, "heat-shortfall");
    const html = heatFigure(summary, shortfall).markup;
    for (const name of policy.values) {
      const rows = readTable(html, `${shortfall.heading}, hedger.policy=${name}`);
      const cell = summary.cells.find(({ at }) => at[0] === 0.01 && at[1] === 25 && at[2] === name);
      const { value, digits } = readNumber(rows.find(([head]) => head === "0.01")?.[2] ?? "");
      const loss = cell?.books.find(({ book }) => book === "hedged-lp")?.measures.total.expectedShortfall[0] ?? NaN;
      expect(value).to.be.closeTo((100 * loss) / (cell?.startCapital ?? NaN), 0.500001 * Number(`1e-${digits}`));
    }
    expect(html.match(/class="ramp"/g)).to.have.length(1);
  });

  for (const id of ["heat-difference", "heat-fees", "heat-hedged-lp", "heat-option-twin", "heat-deviation", "heat-shortfall"]) {
    it(`${id}: colours rise with the numbers in the cells`, () => {
      const summary = makeSweep({ axes: [fee, interval], paths: 60 });
      const cells = painted(heatFigure(summary, measure(summary, id)).markup).sort((a, b) => a.value - b.value || a.step - b.step);
      expect(cells).to.have.length(12);
      cells.slice(1).forEach(({ step }, index) => expect(step).to.be.at.least(cells[index]?.step ?? 99));
      expect(cells.at(-1)?.step).to.be.above(cells[0]?.step ?? 99);
    });
  }

  it("folds away more maps than six", () => {
    const summary = makeSweep({ axes: [policy, fee, { key: "run.a", values: [1, 2, 3, 4, 5, 6, 7, 8] }], paths: 5 });
    const html = heatFigure(summary, measure(summary, "heat-fees")).markup;
    expect(html).to.contain("<details><summary>2 more maps of Fees over bleed</summary>");
    expect(html.match(/<table/g)).to.have.length(8);
  });

  it("is left out where no cell has the number", () => {
    const summary = makeSweep({ axes: [fee], paths: 1 });
    expect(heatFigure(summary, measure(summary, "heat-deviation")).markup).to.equal("");
  });
});
