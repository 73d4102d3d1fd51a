import { expect } from "chai";
import { describe, it } from "mocha";
import { constantGas, recordedGas } from "../../src/market/gas-prices.ts";

describe("gas prices", () => {
  const row = (time: number, p30: number) => ({ time, p30, p60: 2 * p30, p90: 4 * p30 });
  const gas = recordedGas([row(0, 10), row(600, 20), row(1_200, 80)], 600);

  it("hold in the middle of their interval", () => {
    expect([300, 900, 1_500].map((time) => gas.at(time).p30)).to.deep.equal([10, 20, 80]);
  });
  it("run straight between", () => {
    expect(gas.at(600)).to.deep.equal({ p30: 15, p60: 30, p90: 60 });
    expect(gas.at(1_200).p30).to.equal(50);
  });
  it("hold beyond the ends", () => {
    expect(gas.at(-1e9).p30).to.equal(10);
    expect(gas.at(1e12).p90).to.equal(320);
  });
  it("need a row", () => {
    expect(() => recordedGas([], 600)).to.throw(RangeError);
  });
  it("may be constant", () => {
    expect(constantGas(20, 10).at(5)).to.deep.equal({ p30: 20, p60: 25, p90: 30 });
  });
});
