import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { readProcess } from "../../../src/market/processes/read-process.ts";
import { LINE_NAMES } from "../../../src/ledger/books/lines.ts";
import { findScenario } from "../../../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../../../src/scenarios/settings.ts";
import { KERNEL_BOOKS, KERNEL_COLUMNS, kernelColumn, SWAPS_COLUMN } from "../../../src/sweep/kernel/kernel-columns.ts";
import { type KernelBooks, kernel } from "../../../src/sweep/kernel/kernel.ts";

const STEPS = 500;
const times = Float64Array.from({ length: STEPS + 1 }, (_, i) => 12 * i);
const law = readProcess({ kind: "merton", volatilityPerDay: 0.2, jumpsPerDay: 20 });

function path(index: number): Float64Array {
  const prices = new Float64Array(STEPS + 1);
  fillPrices(prices, law, 200, times, pathStream(1, index));
  return prices;
}

const settingsOf = (set: Record<string, unknown> = {}) => resolveSettings(findScenario("calm-day"), set);

function walk(set: Record<string, unknown>, prices: Float64Array, books?: KernelBooks): Float64Array {
  const out = new Float64Array(KERNEL_COLUMNS.length).fill(NaN);
  kernel(settingsOf(set), books)(times, prices, out);
  return out;
}

describe("sweep/kernel", () => {
  it("has lines that add up to the change of value of every book (identity 1)", () => {
    for (const policy of ["interval", "band", "never"]) {
      for (let index = 0; index < 20; index += 1) {
        // Expires in the middle of the path.
        const out = walk({ "hedger.policy": policy, "hedger.expiryDays": 0.04, "pool.value": 1e6, "pool.lpShare": 1 }, path(index));
        expect(out[SWAPS_COLUMN]).to.be.above(10);
        for (const book of KERNEL_BOOKS) {
          const sum = LINE_NAMES.reduce((total, line) => total + out[kernelColumn(book, line)]!, 0);
          expect(sum / 1e6, `${book}, ${policy}, path ${index}`).to.be.closeTo(out[kernelColumn(book, "total")]! / 1e6, 1e-9);
        }
      }
    }
  });

  it("loses exactly the bleed of every step where there are no fees, costs and least profit to keep the pool off the price", () => {
    // The fee is the least that can be set: a millionth.
    const out = walk({ "pool.fee": 1e-6, "market.cost": 0, "agents.minimumProfit": 0, "pool.value": 1e6, "pool.lpShare": 1 }, path(3));
    const bleed = out[kernelColumn("lp", "bleed")]!;
    expect(bleed).to.be.below(-100);
    expect(out[kernelColumn("lp", "flow")]! / bleed).to.be.closeTo(0, 1e-4);
  });

  it("walks the liquidity position alone to the same bits, and leaves the other books at zero", () => {
    const [lp, all] = [walk({}, path(4), "lp"), walk({}, path(4))];
    const shared = KERNEL_COLUMNS.map((name, i) => ({ name, i })).filter(({ name }) => /^(hold|lp|pool)\./.test(name));
    for (const { name, i } of shared) expect(lp[i], name).to.equal(all[i]);
    expect(lp.filter((value) => value !== 0).length).to.be.at.most(shared.length);
  });

  it("leaves nothing of one path in the next", () => {
    const walkOf = kernel(settingsOf({ "hedger.policy": "band", "hedger.expiryDays": 0.04 }));
    const [first, again] = [new Float64Array(KERNEL_COLUMNS.length), new Float64Array(KERNEL_COLUMNS.length)];
    walkOf(times, path(5), first);
    walkOf(times, path(6), again);
    // One that starts elsewhere, for which the desks hold other claims.
    walkOf(
      times,
      path(5).map((price) => 3 * price),
      again,
    );
    expect(again).not.to.deep.equal(first);
    walkOf(times, path(5), again);
    expect(again).to.deep.equal(first);
  });

  it("gives a path of no blocks zeros, and refuses columns of the wrong length", () => {
    const walkOf = kernel(settingsOf({ "hedger.policy": "never" }));
    const out = new Float64Array(KERNEL_COLUMNS.length).fill(NaN);
    walkOf([0], Float64Array.of(200), out);
    expect(Math.max(...out.map(Math.abs))).to.equal(0);
    expect(() => walkOf([0, 12], Float64Array.of(200), out)).to.throw(RangeError);
    expect(() => walkOf([], new Float64Array(0), out)).to.throw(RangeError);
    expect(() => walkOf([0], Float64Array.of(200), new Float64Array(3))).to.throw(RangeError);
  });
});
