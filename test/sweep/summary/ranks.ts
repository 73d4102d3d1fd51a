import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { describe, it } from "mocha";
import { quantileRank, shareOfCount, tailRank } from "../../../src/sweep/summary/ranks.ts";

/** Whole hundredths, for whole-number arithmetic beside. */
const hundredths = Array.from({ length: 101 }, (_, i) => i);
const counts = [...Array.from({ length: 300 }, (_, i) => i + 1), 12_345, 999_999, 1_000_000, 999_999_999, 1_000_000_000];

describe("ranks of shares", () => {
  it("are those of whole-number arithmetic, for any number of values", () => {
    for (const count of counts) {
      for (const hundred of hundredths) {
        const [whole, rest] = [Math.floor((hundred * count) / 100), (hundred * count) % 100];
        const share = hundred / 100;
        if (rest === 0) expect(shareOfCount(share, count), `${share} of ${count}`).to.equal(whole);
        expect(quantileRank(share, count), `${share} of ${count}`).to.equal(Math.max(rest === 0 ? whole : whole + 1, 1) - 1);
        expect(tailRank(share, count), `${share} of ${count}`).to.equal(Math.min(whole, count - 1));
      }
    }
  });

  it("are those at which DuckDB's quantile_disc of a decimal finds its values", async () => {
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    const shares = hundredths.map((hundred) => (hundred / 100).toFixed(2));
    const reader = await connection.runAndReadAll(`
      select n, quantile_disc(x, [${shares.join()}]) as found
      from (select unnest(range(1, 301)) as n), range(300) as numbers(x)
      where x < n group by n order by n`);
    const rows = reader.getRowObjectsJson();
    connection.closeSync();
    expect(rows.length).to.equal(300);
    for (const { n, found } of rows) {
      expect((found as readonly string[]).map(Number), `${Number(n)} values`).to.deep.equal(
        shares.map((share) => quantileRank(Number(share), Number(n))),
      );
    }
  });

  it("are refused for what is no share", () => {
    for (const share of [-0.01, 1.01, NaN]) expect(() => shareOfCount(share, 10)).to.throw(RangeError);
  });
});
