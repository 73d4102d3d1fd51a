import { expect } from "chai";
import { describe, it } from "mocha";
import { encodeResult } from "../../../src/report/encode-result.ts";
import { bookCharts } from "../../../src/report/run/charts-books.ts";
import { flowCharts } from "../../../src/report/run/charts-flow.ts";
import { renderRunPage } from "../../../src/report/run/run-page.ts";
import { seriesCsv } from "../../../src/report/csv.ts";
import { makeResult } from "../fixture.ts";
import { parseCsv } from "../parse-csv.ts";

const COLUMNS = ["desk", "insurer", "dollarGammaDesk", "dollarGammaInsurer", "netBaseDeskHedge", "netBaseInsurer"] as const;

describe("a run with a chosen desk and an insurer", () => {
  const result = makeResult({ chosen: true });
  const without = makeResult();
  const charts = [...bookCharts(result), ...flowCharts(result)];
  const linesOf = (id: string) => charts.find((chart) => chart.id === id)?.lines ?? [];

  it("has their columns in result.json and series.csv, and a run without them has none", () => {
    const { series } = JSON.parse(encodeResult(result)) as { series: Record<string, readonly number[]> };
    const heads = (of: typeof result): readonly string[] => parseCsv(seriesCsv(of))[0] ?? [];
    for (const name of COLUMNS) {
      expect(series[name], name).to.deep.equal(result.series[name]);
      expect(heads(result), name).to.include(name);
      expect(heads(without), name).not.to.include(name);
      expect(encodeResult(without), name).not.to.include(`"${name}"`);
    }
  });

  it("has a line for each where the other books have one, in a colour of its own", () => {
    expect(linesOf("books").map(({ tone }) => tone)).to.deep.equal(["hold", "lp", "hedged", "twin", "straddle", "desk", "insurer"]);
    expect(linesOf("books").at(-1)?.values).to.equal(result.series.insurer);
    // An insurer is not hedged.
    expect(linesOf("hedged-books").map(({ tone }) => tone)).to.deep.equal(["hedged", "twin", "straddle", "desk", "lp"]);
    expect(linesOf("gammas").map(({ tone }) => tone)).to.deep.equal(["lp", "twin", "straddle", "desk", "insurer"]);
    expect(linesOf("flow-books").map(({ label }) => label)).to.deep.equal([
      "Liquidity position's share of the pool",
      "hedge of Hedged liquidity",
      "hedge of Option twin",
      "hedge of Short straddle",
      "hedge of Short iron condor",
      "Insurer",
    ]);
  });

  it("begins its flows at zero, whatever was bought at the opening", () => {
    const [insurer, desk] = [linesOf("flow-books").at(-1), linesOf("flow-books").at(-2)];
    for (const [line, column] of [
      [insurer, result.series.netBaseInsurer],
      [desk, result.series.netBaseDeskHedge],
    ] as const) {
      expect(line?.values[0]).to.equal(0);
      expect(line?.values.at(-1)).to.be.closeTo((column?.at(-1) ?? NaN) - (column?.[0] ?? NaN), 1e-9);
    }
  });

  it("says nothing of a gamma that a rule does not have, and so draws no line of it", () => {
    const { dollarGammaInsurer, ...rest } = result.series;
    const cppi = { ...result, series: { ...rest, dollarGammaInsurer: (dollarGammaInsurer ?? []).map(() => 0) } };
    const gammas = bookCharts(cppi).find(({ id }) => id === "gammas");
    expect(gammas?.lines.map(({ tone }) => tone)).to.deep.equal(["lp", "twin", "straddle", "desk"]);
    expect(gammas?.sentence).not.to.contain("nobody wrote");
    expect(bookCharts(result).find(({ id }) => id === "gammas")?.sentence).to.contain(
      "The put that the Insurer sets out to make goes from",
    );
  });

  it("has them in the tables below the charts", () => {
    const page = renderRunPage(result);
    const figure = /<figure class="chart[^"]*" id="books"[^]*?<\/figure>/.exec(page)?.[0] ?? "";
    const heads = [...(/<thead>([^]*?)<\/thead>/.exec(figure)?.[1] ?? "").matchAll(/<th[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(heads).to.include.members(["Short iron condor", "Insurer"]);
    expect(page).not.to.match(/>NaN|undefined</);
  });
});
