import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../../src/core/errors.ts";
import { findScenario, listLaws, listScenarios } from "../../../src/scenarios/find-scenario.ts";
import { chunkAt, chunkCount } from "../../../src/sweep/plan/plan.ts";
import { planSweep, type SweepRequest } from "../../../src/sweep/plan/plan-sweep.ts";

function request(more: Partial<SweepRequest> = {}): SweepRequest {
  return { scenario: findScenario("gbm"), seed: 1, paths: 100, axes: [], set: {}, ...more };
}

function fault(more: Partial<SweepRequest>): InputError {
  try {
    planSweep(request(more));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("sweep/plan-sweep", () => {
  it("makes a cell of every combination, the last axis running fastest", () => {
    const axes = [
      { key: "pool.fee", values: ["0.0005", "0.003"] },
      { key: "hedger.policy", values: ["interval", "band", "never"] },
    ];
    const plan = planSweep(request({ axes, set: { "hedger.interval": 7 } }));
    expect(plan.cells.map(({ at }) => at)).to.deep.equal([
      [0.0005, "interval"],
      [0.0005, "band"],
      [0.0005, "never"],
      [0.003, "interval"],
      [0.003, "band"],
      [0.003, "never"],
    ]);
    for (const { at, settings } of plan.cells) {
      expect(settings.pool.fee).to.equal(at[0]);
      expect(settings.hedger.policy).to.equal(at[1]);
      expect(settings.hedger.interval).to.equal(7);
    }
    expect(plan.axes).to.deep.equal([
      { key: "pool.fee", values: [0.0005, 0.003] },
      { key: "hedger.policy", values: ["interval", "band", "never"] },
    ]);
    expect(plan.settings).to.include({ "hedger.interval": 7, "process.volatilityPerDay": 0.05 });
    expect(plan.settings).to.not.have.any.keys("pool.fee", "hedger.policy", "agents.turnover");
  });

  it("is plain data, that a thread can be handed", () => {
    for (const scenario of [...listScenarios(), ...listLaws()]) {
      const plan = planSweep(request({ scenario }));
      expect(structuredClone(plan), scenario.name).to.deep.equal(plan);
    }
  });

  it("cuts all paths into chunks without gap or overlap, whatever their number", () => {
    for (const paths of [1, 2, 99, 1_000, 12_345, 1_000_000_000]) {
      const plan = planSweep(request({ paths }));
      const last = chunkCount(plan) - 1;
      expect(chunkAt(plan, 0).from).to.equal(0);
      expect(chunkAt(plan, last).to).to.equal(paths);
      expect(chunkAt(plan, last).from).to.be.below(paths);
      for (const index of [1, 2, last].filter((each) => each > 0 && each <= last))
        expect(chunkAt(plan, index).from).to.equal(chunkAt(plan, index - 1).to);
    }
  });

  it("refuses 0 paths, part of one, and more than can be counted", () => {
    for (const paths of [0, -1, 1.5, NaN, 2e9]) expect(fault({ paths }).code).to.equal("PATHS_INVALID");
  });

  it("refuses an axis that names no setting, with the nearest that does", () => {
    const error = fault({ axes: [{ key: "pool.fe", values: ["0.003"] }] });
    expect(error.code).to.equal("SETTING_UNKNOWN");
    expect(error.message).to.include("did you mean pool.fee?");
    expect(fault({ axes: [{ key: "process.correlation", values: ["0"] }] }).code).to.equal("SETTING_UNKNOWN");
  });

  it("refuses a value that the setting cannot have, before any path is drawn", () => {
    expect(fault({ axes: [{ key: "process.volatilityPerDay", values: ["0.05", "-0.05"] }] }).code).to.equal("SETTING_OUT_OF_RANGE");
    expect(fault({ axes: [{ key: "hedger.policy", values: ["interval", "sometimes"] }] }).code).to.equal("SETTING_INVALID");
    const heston = findScenario("heston");
    expect(fault({ scenario: heston, set: { "process.correlation": 1.5 } }).code).to.equal("SETTING_OUT_OF_RANGE");
    expect(fault({ scenario: heston, axes: [{ key: "process.correlation", values: ["-1.5"] }] }).code).to.equal("SETTING_OUT_OF_RANGE");
  });

  it("refuses a value twice, however it is written, and a key that is set as well", () => {
    expect(fault({ axes: [{ key: "pool.fee", values: ["0.003", "3e-3"] }] }).code).to.equal("AXIS_REPEATED");
    expect(fault({ axes: [{ key: "pool.fee", values: ["0.003"] }], set: new Map([["pool.fee", "0.01"]]) }).code).to.equal("AXIS_REPEATED");
    expect(fault({ axes: [{ key: "pool.fee", values: ["0.003"] }], set: { pool: { fee: 0.01 } } }).code).to.equal("AXIS_REPEATED");
  });

  it("refuses to hedge at a close that the kernel does not know", () => {
    const monday = findScenario("black-monday-1987");
    expect(fault({ scenario: monday, set: { "hedger.policy": "at-the-close" } }).code).to.equal("POLICY_WITHOUT_PART");
    expect(fault({ scenario: monday, axes: [{ key: "hedger.policy", values: ["interval", "at-the-close"] }] }).code).to.equal(
      "POLICY_WITHOUT_PART",
    );
  });

  it("refuses settings that change nothing here, rather than leaving them without effect", () => {
    for (const key of ["agents.turnover", "mempool.gasLimit", "pool.liquidity", "agents.arbitrageurs"]) {
      const values = [key === "pool.liquidity" ? "fixed" : "200000"].map((value) => (key.startsWith("agents.") ? "1" : value));
      expect(fault({ axes: [{ key, values }] }).code, key).to.equal("SETTING_WITHOUT_PART");
      expect(fault({ set: new Map([[key, values[0] ?? ""]]) }).code, key).to.equal("SETTING_WITHOUT_PART");
    }
  });

  it("refuses what hedgers hold, reckon by and are many of, which the kernel does not know", () => {
    const set = {
      "market.futuresDiscount": 0.5,
      "market.discountHalfLife": 12,
      "hedger.indexStaleness": 0.5,
      "hedger.crowdShare": 0.1,
    };
    for (const [key, value] of Object.entries(set)) {
      expect(fault({ set: { [key]: value } }).code, key).to.equal("SETTING_WITHOUT_PART");
      expect(planSweep(request({ engine: "twin", set: { [key]: value } })).settings[key]).to.equal(value);
    }
  });

  it("hands over when a market of a user's own stood still", () => {
    const halts = [{ from: 10, to: 20 }];
    const own = { ...findScenario("covid-2020"), name: "own", halts };
    const { source, ownScenario } = planSweep(request({ scenario: own, engine: "twin" }));
    expect([source.halts, source.volatility, ownScenario]).to.deep.equal([halts, own.volatility, true]);
  });

  it("has the books of any cell, and refuses a desk that has nothing to be sized by before any path is drawn, whoever walks", () => {
    const fixed = ["hold", "lp", "hedged-lp", "option-twin", "short-straddle"];
    expect(planSweep(request()).books).to.deep.equal(fixed);
    expect(planSweep(request({ axes: [{ key: "hedger.desk", values: ["none", "put"] }] })).books).to.deep.equal([...fixed, "desk"]);
    expect(planSweep(request({ set: { "hedger.insurance": "cppi" } })).books).to.deep.equal([...fixed, "insurer"]);
    const far = { "hedger.deskStrike": 100, "hedger.expiryDays": 0.1 };
    for (const engine of ["kernel", "twin"] as const) {
      expect(fault({ engine, set: { ...far, "hedger.desk": "call" } }).code).to.equal("DESK_WITHOUT_SIZE");
      expect(fault({ engine, set: far, axes: [{ key: "hedger.desk", values: ["none", "put"] }] }).code).to.equal("DESK_WITHOUT_SIZE");
    }
    expect(() => planSweep(request({ set: far }))).to.not.throw();
  });

  it("cuts into smaller chunks what takes longer to price, and leaves those without a desk as they were", () => {
    const size = (set: Record<string, unknown>): number =>
      planSweep(request({ paths: 1e6, set: { "process.days": 0.1, ...set } })).pathsPerChunk;
    const plain = size({});
    expect(size({ "hedger.insurance": "cppi", "hedger.model": "heston" })).to.equal(plain);
    const [call, strip, heston] = [
      size({ "hedger.desk": "call" }),
      size({ "hedger.desk": "strip" }),
      size({ "hedger.desk": "strip", "hedger.model": "heston" }),
    ];
    expect([plain, call, strip, heston]).to.deep.equal([...new Set([plain, call, strip, heston])].sort((a, b) => b - a));
    expect(heston).to.equal(1);
  });

  it("refuses more cells than can be looked at, and blocks that are longer than the path", () => {
    const many = Array.from({ length: 101 }, (_, i) => i + 1);
    const axes = [
      { key: "hedger.interval", values: many },
      { key: "run.blocks", values: many },
    ];
    expect(fault({ axes }).code).to.equal("AXES_TOO_MANY_CELLS");
    expect(fault({ set: { "process.days": 0.001, "mempool.blockSeconds": 100 } }).code).to.equal("RUN_WITHOUT_BLOCKS");
  });
});
