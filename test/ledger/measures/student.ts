import { expect } from "chai";
import { describe, it } from "mocha";
import { studentQuantile } from "../../../src/ledger/measures/student.ts";

/** Printed tables of the 97.5 % quantile (Abramowitz and Stegun, table 26.10, and any textbook). */
const TABLE = [
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [10, 2.228],
  [23, 2.069],
  [30, 2.042],
  [120, 1.98],
] as const;

describe("the 97.5 % quantile of Student's t", () => {
  for (const [freedom, printed] of TABLE) {
    it(`with ${freedom} degrees of freedom is ${printed}`, () => expect(studentQuantile(freedom)).to.be.closeTo(printed, 5e-4));
  }

  it("comes near the normal one", () => expect(studentQuantile(6_500)).to.be.closeTo(1.959964, 1e-3));

  it("is the point beyond which a fortieth of the density lies, by Simpson's rule", () => {
    for (const freedom of [3, 4, 23]) {
      const density = (t: number): number => Math.exp((-(freedom + 1) / 2) * Math.log1p((t * t) / freedom));
      const area = (to: number): number => {
        const steps = 20_000;
        const h = to / steps;
        let sum = density(0) + density(to);
        for (let i = 1; i < steps; i += 1) sum += density(i * h) * (i % 2 === 1 ? 4 : 2);
        return (sum * h) / 3;
      };
      expect(area(studentQuantile(freedom)) / area(2_000)).to.be.closeTo(0.95, 1e-5);
    }
  });
});
