import { expect } from "chai";
import { describe, it } from "mocha";
import type { LoopReport } from "../../src/core/loop-report.ts";
import { InputError } from "../../src/core/errors.ts";
import type { CrashResult } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import { gainOverSeeds } from "../../src/ledger/measures/gain-estimate.ts";
import { frictionless } from "./frictionless.ts";

type Set = Readonly<Record<string, unknown>>;

/** A pool with next to no fee whose price is taken back to the market's in every block, and nobody else. */
const alone: Set = {
  ...frictionless,
  "process.volatilityPerDay": 0.3,
  "pool.fee": 1e-6,
  "pool.lpShare": 1,
  "market.depth": 1e9,
  "hedger.interval": 1,
  "run.blocks": 400,
};
const POOL = 6_400_000;
/** So that the pool's own gain is −0.25. */
const IMPACT = 1e9 / POOL;

const run = (seed: number, set: Set): Promise<CrashResult> =>
  runCrash({ scenario: "gbm", seed, engine: "twin", set: { ...alone, ...set } });
async function loopOf(seed: number, set: Set): Promise<LoopReport> {
  const { loop } = await run(seed, { "market.permanentImpact": IMPACT, ...set });
  if (loop === null) throw new Error("nobody moves the market");
  return loop;
}

describe("engine: a reference market that answers", () => {
  it("is the path where impact is zero, and nothing is said of a loop", async () => {
    const [still, moved] = [await run(3, {}), await run(3, { "market.permanentImpact": IMPACT })];
    expect(still.loop).to.equal(null);
    expect(moved.series.priceE8[1]).to.equal(still.series.priceE8[1]);
    expect(moved.series.priceE8.slice(2)).not.to.deep.equal(still.series.priceE8.slice(2));
  });

  it("a fee-free pool alone buys −V/4 per unit of log return, at every horizon, within 2 %", async () => {
    const { flow } = await run(5, { "run.blocks": 7_200 });
    const pool = flow.find(({ participant }) => participant === "pool");
    const slopes = pool?.slopes.filter(({ slope }) => slope !== null) ?? [];
    expect(slopes.map(({ horizon }) => horizon)).to.deep.equal([1, 50, 300, 1200]);
    for (const { slope } of slopes) expect((slope ?? NaN) / (pool?.benchmarkSlope ?? NaN)).to.be.closeTo(1, 0.02);
  });

  it("so moves come back: its gain is below zero, and what its reserves ask for", async () => {
    const loop = await loopOf(1, {});
    expect(loop.reaction).to.be.closeTo(-0.25, 1e-6);
    expect(loop.interval?.[1]).to.be.below(0);
    expect(loop.gain).to.be.closeTo(-0.25, 0.05);
    expect(loop.verdict).to.equal("dampens");
    expect(loop.depthElasticity?.value).to.be.closeTo(0.5, 0.02);
  });

  it("a desk that is short options feeds them: its gain is above zero", async () => {
    const loop = await loopOf(1, { "agents.arbitrageurs": 0, "hedger.mover": "short-straddle" });
    expect(loop.reaction).to.be.closeTo(0.25, 0.01);
    expect(loop.interval?.[0]).to.be.above(0);
    expect(loop.verdict).to.equal("amplifies");
  });

  it("crowds count: four desks in place of one", async () => {
    const [one, two] = [
      await loopOf(1, { "agents.arbitrageurs": 0, "hedger.mover": "option-twin" }),
      await loopOf(1, { "agents.arbitrageurs": 0, "hedger.mover": "option-twin", "hedger.crowd": 2 }),
    ];
    expect(two.reaction / one.reaction).to.be.closeTo(2, 1e-9);
    expect((two.gain ?? NaN) / (one.gain ?? NaN)).to.be.closeTo(2, 0.2);
  });

  it("providers who have borrowed against their shares make a fall deeper, although the pool itself dampens moves", async () => {
    const set = {
      "process.volatilityPerDay": 0.3,
      "market.permanentImpact": 20,
      "agents.exitLoss": 0.1,
      "run.blocks": 7_200,
      "pool.lpShare": 0.1,
    };
    const [staying, leaving, levered] = [
      await loopOf(4, { ...set, "agents.exitLoss": 0 }),
      await loopOf(4, set),
      await loopOf(4, { ...set, "agents.exitSale": 1 }),
    ];
    expect(staying.amplification).to.be.below(1);
    expect(levered.amplification).to.be.above(1.05);
    expect(levered.amplification).to.be.above(leaving.amplification ?? NaN);
    for (const { interval } of [staying, leaving, levered]) expect(interval?.[1]).to.be.below(0);
  });

  it("liquidators who sell at it make a fall deeper, with a pool beside them or without", async () => {
    const set = {
      "process.volatilityPerDay": 0.3,
      "process.driftPerDay": -1,
      "market.permanentImpact": IMPACT / 2,
      "run.blocks": 2_000,
      "agents.settlementSeconds": 0,
      "agents.liquidatorSale": "reference",
      "agents.searcherCapital": 10,
      "agents.liquidators": 2,
      "lending.collateral": 1,
      "lending.riskiest": 1.52,
      "lending.safest": 2,
      "lending.oracleDelay": 0,
      "lending.oracleSeconds": 12,
      "lending.bidSeconds": 12,
    };
    const none = await loopOf(4, { ...set, "agents.arbitrageurs": 0 });
    expect(none.amplification).to.equal(1);
    const [alone, withPool, calm] = [
      await loopOf(4, { ...set, "agents.arbitrageurs": 0, "lending.borrowers": 20 }),
      await loopOf(4, { ...set, "lending.borrowers": 20 }),
      await loopOf(4, set),
    ];
    expect(alone.amplification).to.be.above(1.05);
    expect(withPool.amplification).to.be.above(calm.amplification ?? NaN);
    expect(withPool.amplification).to.be.below(alone.amplification ?? NaN);
  });

  it("what pays for size is a line, and the market has what the book pays", async () => {
    const set = { "agents.arbitrageurs": 0, "hedger.mover": "option-twin", "market.temporaryImpact": 20 * IMPACT };
    const { statement, identities } = await run(2, { "market.permanentImpact": IMPACT, ...set });
    const desk = statement.find(({ book }) => book === "option-twin");
    expect(desk?.lines.impact).to.be.below(0);
    expect(desk?.lines.execution).to.be.closeTo(0, 1e-9);
    expect(identities.map(({ largestGap }) => largestGap).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it("a sale that would have to pay the buyer is refused with the largest that is paid for, and so is a market that is moved out of sight", async () => {
    const huge = { "hedger.mover": "option-twin", "hedger.crowd": 1e6 } as const;
    const refused = async (set: Set): Promise<unknown> => run(2, { ...huge, ...set }).catch((error: unknown) => error);
    const unpaid = await refused({ "market.temporaryImpact": 1_000 });
    expect(unpaid).to.be.instanceOf(InputError).with.property("code", "IMPACT_UNPAID");
    const away = await refused({ "market.permanentImpact": 1_000 });
    expect(away).to.be.instanceOf(InputError).with.property("code", "IMPACT_OUT_OF_SIGHT");
  });

  it("pool and hedge of all its providers together: over 200 seeds the gain's interval contains zero and is within ±0.05", async () => {
    const gains: number[] = [];
    for (let seed = 1; seed <= 200; seed += 1)
      gains.push((await loopOf(seed, { "hedger.mover": "hedged-lp", "run.blocks": 60 })).gain ?? NaN);
    const { gain, interval } = gainOverSeeds(gains);
    expect(interval?.[0], `gain ${gain}`).to.be.within(-0.05, 0);
    expect(interval?.[1], `gain ${gain}`).to.be.within(0, 0.05);
  });
});
