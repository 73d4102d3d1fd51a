import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { exampleQuery } from "../../../src/report/sweep/example-query.ts";

describe("the query on a sweep's page", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "parts-"));
    await mkdir(join(folder, "parts"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Two cells of 40 paths each: totals 1 to 40 and 101 to 140, the twin's lower by 2 and by the path's number. */
  async function rowsOf(axes: readonly string[], columns: string): Promise<unknown[][]> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const quoted = join(folder, "parts").replaceAll("'", "''");
    await connection.run(`COPY (SELECT path, ${columns}
      cell * 100.0 + path AS "hedged-lp.total",
      cell * 100.0 + path - CASE WHEN cell = 0 THEN 2 ELSE path END AS "option-twin.total"
      FROM range(1, 41) paths(path), range(0, 2) cells(cell)) TO '${quoted}/0.parquet' (FORMAT parquet)`);
    const query = exampleQuery(axes).join("\n").replace("'parts/", `'${quoted}/`);
    const read = await connection.runAndReadAll(query);
    connection.closeSync();
    return read.getRows();
  }

  it("gives a row a cell, with mean, error and quantile as the page has them", async () => {
    const rows = await rowsOf(["pool.fee"], 'CASE WHEN cell = 0 THEN 0.003 ELSE 0.01 END AS "pool.fee",');
    const [first = [], second = []] = rows.map((row) => row.map(Number));
    expect(first).to.deep.equal([0.003, 2, 0, 2]);
    const [fee, difference, error, worst] = second;
    expect([fee, difference, worst]).to.deep.equal([0.01, 20.5, 102]);
    // The variance of 1 to n with n − 1 in the denominator is n(n + 1)/12.
    expect(error).to.be.closeTo(Math.sqrt((40 * 41) / 12 / 40), 1e-12);
  });

  it("reads all rows as one cell without axes", async () => {
    const rows = await rowsOf([], "");
    expect(rows).to.have.length(1);
    expect(rows[0]?.map(Number)[0]).to.equal(11.25);
    expect(rows[0]?.map(Number)[2]).to.equal(4);
  });

  it("quotes a key that has quotes", async () => {
    const rows = await rowsOf(['a"b'], 'cell AS "a""b",');
    expect(rows.map((row) => Number(row[0]))).to.deep.equal([0, 1]);
  });
});
