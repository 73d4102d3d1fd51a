import { expect } from "chai";
import { describe, it } from "mocha";
import { dermanKamal, replicationErrors } from "../papers/experiments/replication-errors.ts";
import { moments } from "./moments.ts";

const reference = [
  { trades: 21, deviation: 0.42775, skewness: -0.307, excessKurtosis: 1.517, meanTolerance: 0.0058, overstated: 3.6 },
  { trades: 84, deviation: 0.21814, skewness: -0.178, excessKurtosis: 1.618, meanTolerance: 0.0029, overstated: 1.6 },
] as const;

describe("discrete hedging of a sold call", () => {
  for (const row of reference) {
    it(`at ${row.trades} trades leaves the replication error of four million paths of QuantLib's example`, () => {
      const found = moments(replicationErrors(row.trades));
      expect(found.mean).to.be.closeTo(0, row.meanTolerance);
      expect(found.deviation / row.deviation).to.be.closeTo(1, 0.015);
      expect(found.skewness).to.be.closeTo(row.skewness, 0.08);
      expect(found.excessKurtosis).to.be.closeTo(row.excessKurtosis, 0.35);
    });

    it(`at ${row.trades} trades spreads less than Derman and Kamal's formula says, by ${row.overstated} %`, () => {
      expect(100 * (dermanKamal(row.trades) / row.deviation - 1)).to.be.closeTo(row.overstated, 0.05);
    });
  }
});
