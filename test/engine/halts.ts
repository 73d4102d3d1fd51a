import { expect } from "chai";
import { describe, it } from "mocha";
import type { CrashResult } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import { Halts } from "../../src/engine/halts.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

const DAY = 86_400;
const START = 20_000 * DAY;
const price = (each: number): bigint => BigInt(Math.round(each * 1e8));

/** At which of these times and prices the market stands still. */
function haltedAt(times: readonly number[], prices: readonly number[]): readonly number[] {
  const halts = new Halts({ times, prices: prices.map(price), sessions: null });
  return times.map((_, block) => block).filter((block) => halts.reach(block));
}

/** A day of one share whose price falls by a quarter in the middle of a session of six hours and a half, blocks every ten minutes. */
function fallingDay(): Scenario {
  const opens = START + 14 * 3_600;
  const closesAt = opens + 6.5 * 3_600;
  const quiet = { open: 100, high: 100, low: 100, close: 100 };
  return {
    ...findScenario("black-monday-1987"),
    from: opens - DAY,
    to: closesAt,
    market: {
      kind: "sessions",
      sessions: [
        { ...quiet, time: opens - DAY, closesAt: closesAt - DAY },
        { time: opens, closesAt, open: 100, high: 100, low: 75, close: 75 },
      ],
    },
    volatility: null,
  };
}

const run = (set: Readonly<Record<string, unknown>>): Promise<CrashResult> =>
  runCrash({
    scenario: fallingDay(),
    engine: "twin",
    set: {
      "hedger.volatilityMarks": "constant",
      "hedger.interval": 1,
      "agents.turnover": 0,
      "market.intrabarVariance": 0,
      "market.circuitBreakers": "on",
      ...set,
    },
  });

describe("engine: circuit breakers", () => {
  const minutes = (...of: readonly number[]): readonly number[] => of.map((each) => START + 60 * each);

  it("stop at −7 % for a quarter of an hour, then at −13 %, then at −20 % until the day ends", () => {
    const times = minutes(0, 10, 20, 24, 26, 40, 45, 1_000, 1_439, 1_441);
    expect(haltedAt(times, [100, 93, 92, 92, 86, 86, 79, 79, 79, 79])).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("stop at each level once, and begin anew each day from its first price", () => {
    const times = minutes(0, 10, 30, 40, 1_441, 1_450);
    expect(haltedAt(times, [100, 93, 95, 92.5, 92.5, 87])).to.deep.equal([1]);
    expect(haltedAt(times, [100, 93, 95, 92.5, 92.5, 86])).to.deep.equal([1, 5]);
  });

  it("leave hedges as they are while the market stands still, and what moves meanwhile is a gap", async () => {
    const [on, off] = [await run({}), await run({ "market.circuitBreakers": "off" })];
    expect(off.crash.haltedBlocks).to.equal(0);
    expect(on.crash.haltedBlocks).to.be.above(3);
    const twin = (result: CrashResult) => result.statement.find(({ book }) => book === "option-twin")!;
    expect(twin(off).lines.gap, "but for a night's rounding of theta").to.be.closeTo(0, 1e-3);
    expect(twin(on).lines.gap).to.be.below(-50);
    expect(twin(on).hedge.trades).to.be.at.most(twin(off).hedge.trades - on.crash.haltedBlocks + 2);
    const elsewhere = await run({ "hedger.inHalts": "trade" });
    expect(twin(elsewhere).hedge.trades).to.equal(twin(off).hedge.trades);
  });

  it("are called a counterfactual where they did not exist", async () => {
    expect((await run({})).scenario.thoughtExperiment).to.not.include("counterfactual");
    const monday = await runCrash({
      scenario: "black-monday-1987",
      engine: "twin",
      set: { "market.circuitBreakers": "on", "run.blocks": 20 },
    });
    expect(monday.scenario.thoughtExperiment).to.include("counterfactual");
    expect((await run({})).findings.map(({ id }) => id)).to.include("halted");
  });
});
