import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import type { SweepSummary } from "../../src/core/sweep-summary.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { measuredColumns } from "../../src/sweep/chunks/part-columns.ts";
import { planSweep } from "../../src/sweep/plan/plan-sweep.ts";
import { makeWorkplace, type Workplace } from "../plugin/workplace.ts";
import { runSmall } from "./run-small.ts";

const PATHS = 500;
const FIXED = ["hold", "lp", "hedged-lp", "option-twin", "short-straddle"] as const;

/** What another program makes of the parts: DuckDB's own Parquet reader and its own statistics. */
describe("sweep: DuckDB", () => {
  let place: Workplace;
  let summary: SweepSummary;
  let ask: (query: string) => Promise<Record<string, unknown>[]>;
  let close: () => void;

  before(async () => {
    place = await makeWorkplace();
    const plan = planSweep({
      scenario: findScenario("hawkes"),
      seed: 3,
      paths: PATHS,
      axes: [
        { key: "pool.fee", values: [0.0005, 0.01] },
        { key: "hedger.policy", values: ["interval", "band"] },
      ],
      set: { "process.days": 0.02 },
    });
    summary = await runSmall({ ...plan, pathsPerChunk: 77 }, join(place.root, "out"));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    ask = async (query) =>
      (await connection.runAndReadAll(query.replaceAll("PARTS", `'${place.root}/out/parts/*.parquet'`))).getRowObjectsJS();
  });
  after(async () => {
    close();
    await place.remove();
  });

  it("opens the parts as one table, a row for each cell and path", async () => {
    const [all] = await ask(`SELECT count(*)::INT AS rows, count(DISTINCT path)::INT AS paths, max(path) AS last FROM PARTS`);
    expect(all).to.deep.equal({ rows: 4 * PATHS, paths: PATHS, last: PATHS - 1 });
    const twice = await ask(`SELECT path, "pool.fee", "hedger.policy", count(*) FROM PARTS GROUP BY ALL HAVING count(*) > 1`);
    expect(twice).to.deep.equal([]);
    const columns = await ask(`DESCRIBE SELECT * FROM PARTS`);
    expect(columns.map((each) => each["column_name"])).to.deep.equal(["path", "pool.fee", "hedger.policy", ...measuredColumns(FIXED)]);
  });

  it("finds the summary's statistics in every cell, quantiles to the last digit", async () => {
    for (const cell of summary.cells) {
      for (const { book, measures } of cell.books) {
        for (const measure of ["total", "premium", "bleed", "exposure", "trades"] as const) {
          const column = `"${book}.${measure}"`;
          const found = (
            await ask(
              `SELECT avg(${column}) AS mean, stddev_samp(${column}) AS deviation, min(${column}) AS least, max(${column}) AS greatest,
               quantile_disc(${column}::DOUBLE, [${summary.probabilities.join(", ")}]) AS quantiles
               FROM PARTS WHERE "pool.fee" = ${cell.at[0] as number} AND "hedger.policy" = '${cell.at[1] as string}'`,
            )
          )[0]!;
          const spread = measures[measure];
          const size = Math.max(Math.abs(spread.least), Math.abs(spread.greatest), 1e-9);
          const where = `${book}.${measure} at ${cell.at.join(", ")}`;
          expect(Number(found["mean"]) / size, where).to.be.closeTo(spread.mean / size, 1e-12);
          expect(Number(found["deviation"]) / size, where).to.be.closeTo(spread.deviation! / size, 1e-9);
          expect([found["least"], found["greatest"]].map(Number), where).to.deep.equal([spread.least, spread.greatest]);
          expect((found["quantiles"] as { items: readonly number[] }).items ?? found["quantiles"], where).to.deep.equal(spread.quantiles);
        }
      }
    }
  });

  it("finds the mean difference of two books on the same paths", async () => {
    const rows = await ask(
      `SELECT "pool.fee", "hedger.policy", avg("hedged-lp.total" - "option-twin.total") AS mean,
       stddev_samp("hedged-lp.total" - "option-twin.total") / sqrt(count(*)) AS error FROM PARTS GROUP BY ALL`,
    );
    for (const cell of summary.cells) {
      const row = rows.find((each) => each["pool.fee"] === cell.at[0] && each["hedger.policy"] === cell.at[1]);
      const { total } = cell.differences.find(({ book, minus }) => book === "hedged-lp" && minus === "option-twin")!.lines;
      expect(Number(row?.["mean"])).to.be.closeTo(total.mean, 1e-9 * cell.startCapital);
      expect(Number(row?.["error"]) / total.standardError!).to.be.closeTo(1, 1e-9);
    }
  });
});
