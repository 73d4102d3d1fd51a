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
      const parts = hundredths.map((hundred) => ({
        share: hundred / 100,
        whole: Math.floor((hundred * count) / 100),
        isWhole: (hundred * count) % 100 === 0,
      }));
      const exact = parts.filter(({ isWhole }) => isWhole);
      const where = `every hundredth of ${count}`;
      expect(
        exact.map(({ share }) => shareOfCount(share, count)),
        where,
      ).to.deep.equal(exact.map(({ whole }) => whole));
      expect(
        parts.map(({ share }) => quantileRank(share, count)),
        where,
      ).to.deep.equal(parts.map(({ whole, isWhole }) => Math.max(isWhole ? whole : whole + 1, 1) - 1));
      expect(
        parts.map(({ share }) => tailRank(share, count)),
        where,
      ).to.deep.equal(parts.map(({ whole }) => Math.min(whole, count - 1)));
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
