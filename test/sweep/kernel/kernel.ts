import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../../src/core/errors.ts";
import { pathStream } from "../../../src/core/path-stream.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { readProcess } from "../../../src/market/processes/read-process.ts";
import { LINE_NAMES } from "../../../src/ledger/books/lines.ts";
import { findScenario } from "../../../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../../../src/scenarios/settings.ts";
import { KERNEL_BOOKS, KERNEL_COLUMNS, KERNEL_MEASURES, kernelColumn, SWAPS_COLUMN } from "../../../src/sweep/kernel/kernel-columns.ts";
import { type KernelBooks, kernel } from "../../../src/sweep/kernel/kernel.ts";

const STEPS = 500;
const times = Float64Array.from({ length: STEPS + 1 }, (_, i) => 12 * i);
const law = readProcess({ kind: "merton", volatilityPerDay: 0.2, jumpsPerDay: 20 });

function path(index: number): Float64Array {
  const prices = new Float64Array(STEPS + 1);
  fillPrices(prices, law, 200, times, pathStream(1, index));
  return prices;
}

/** Desks and insurers, whose strikes lie as near as a short expiry asks for. */
const CHOSEN = [
  { "hedger.desk": "strangle", "hedger.deskWidth": 0.005, "hedger.insurance": "synthetic-put" },
  { "hedger.desk": "iron-condor", "hedger.deskWidth": 0.005, "hedger.deskSide": "long", "hedger.insurance": "cppi" },
  { "hedger.desk": "call", "hedger.model": "merton", "hedger.deskSize": "capital", "hedger.insurance": "cppi", "hedger.multiple": 12 },
  { "hedger.desk": "put", "hedger.model": "heston", "hedger.deskSize": "vega", "hedger.insurance": "synthetic-put", "hedger.floor": 0.98 },
];

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
        const out = walk(
          { "hedger.policy": policy, "hedger.expiryDays": 0.04, "pool.value": 1e6, "pool.lpShare": 1, ...CHOSEN[index % 4] },
          path(index),
        );
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
    // A price that first rises past the floor of constant proportions, and then breaks it, leaves no broken floor.
    const walkOf = kernel(settingsOf({ "hedger.policy": "band", "hedger.expiryDays": 0.04, ...CHOSEN[2], "hedger.floor": 0.95 }));
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

  it("holds a straddle that is chosen as it holds the short straddle, and one that is bought as its mirror but for costs", () => {
    const out = walk({ "hedger.desk": "straddle" }, path(7));
    for (const measure of KERNEL_MEASURES)
      expect(out[kernelColumn("desk", measure)], measure).to.equal(out[kernelColumn("short-straddle", measure)]);
    const free = { "market.cost": 0, "hedger.desk": "straddle" };
    const [sold, bought] = [walk(free, path(7)), walk({ ...free, "hedger.deskSide": "long" }, path(7))];
    const [one, other] = [sold, bought].map((each) => each[kernelColumn("desk", "total")]!);
    expect(one).to.not.equal(0);
    expect(one! + other!).to.be.closeTo(0, 1e-9 * Math.abs(one!) + 1e-6);
  });

  it("refuses a desk that has nothing to be sized by, on the first path", () => {
    expect(() => walk({ "hedger.desk": "call", "hedger.deskStrike": 100, "hedger.expiryDays": 0.1 }, path(1)))
      .to.throw(InputError)
      .with.property("code", "DESK_WITHOUT_SIZE");
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
