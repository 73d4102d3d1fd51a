import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { decimal, percent, shortMoney, signed, signedPercent, significant } from "../../src/report/number-format.ts";
import { unitText } from "../../src/report/unit-text.ts";

describe("numbers for people", () => {
  const cases: readonly (readonly [shown: string, expected: string])[] = [
    [decimal(1_234_567.891, 2), "1,234,567.89"],
    [decimal(-999.5), "−1,000"],
    [decimal(-0.2), "0"],
    [decimal(123), "123"],
    [signed(12.3, 1), "+12.3"],
    [signed(0.004, 2), "0.00"],
    [signed(-4_000), "−4,000"],
    [percent(-0.43641), "−43.64 %"],
    [signedPercent(0.0123), "+1.23 %"],
    [significant(0), "0"],
    [significant(0.0001234), "0.0001234"],
    [significant(12.345), "12.35"],
    [significant(-1_234.5), "−1,235"],
    [significant(3.1e-13), "3.100e-13"],
    [significant(4.2), "4.2"],
    [shortMoney(999_950), "$1.00M"],
    [shortMoney(-45_612), "−$45.6k"],
    [shortMoney(0), "$0.00"],
    [unitText(-1_234.5, "money"), "−$1,235"],
    [unitText(-0.00004, "percent"), "0.00 %"],
  ];
  for (const [shown, expected] of cases) it(expected, () => expect(shown).to.equal(expected));

  it("agrees with the platform's own grouping", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        // The platform rounds the shortest decimal half away from zero, toFixed the exact one: leave out what lies between.
        const shift = Math.abs(value) * Number(`1e${digits}`);
        fc.pre(Math.abs(shift - Math.floor(shift) - 0.5) > 1e-6 * Math.max(1, shift / 1e9));
        const platform = value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
        expect(decimal(value, digits)).to.equal(platform.replace("-", /[1-9]/.test(platform) ? "−" : ""));
      }),
    );
  });
});
