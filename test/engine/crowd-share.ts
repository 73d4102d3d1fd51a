import { expect } from "chai";
import { describe, it } from "mocha";
import type { LoopReport } from "../../src/core/loop-report.ts";
import { runCrash } from "../../src/crash.ts";
import { crowdOf } from "../../src/engine/crowd-of.ts";
import { put } from "../../src/hedger/put.ts";
import { oneShotEquilibrium } from "../../src/ledger/measures/one-shot-equilibrium.ts";
import { normalCdf } from "../../src/hedger/normal.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { frictionless } from "./frictionless.ts";
import { steppedPath } from "./stepped-path.ts";

type Set = Readonly<Record<string, string | number>>;

const VOLATILITY = 0.15;
/** S·∂N(d1)/∂S at S = K = 1 over a year (theory 4.5 (ii)). */
const GAMMA = 2.65215;
const LAMBDA = 5;
/** What a share costs together with its put at the money: the value that is insured for each share of the market. */
const INSURED = 1 + put(1, 1).value(1, 1, VOLATILITY);

/** Insurers alone, each share with a put of a year at the price of the start. */
const insurers: Set = {
  "agents.arbitrageurs": 0,
  "agents.turnover": 0,
  "market.cost": 0,
  "market.depth": 1e9,
  "market.permanentImpact": LAMBDA,
  "hedger.interval": 1,
  "hedger.insurance": "synthetic-put",
  "hedger.mover": "insurer",
  "hedger.floor": 1 / INSURED,
  "hedger.impliedVolatility": VOLATILITY,
  "hedger.expiryDays": 365,
};

async function loopOf(scenario: string | Scenario, set: Set): Promise<LoopReport> {
  const { loop } = await runCrash({ scenario, seed: 1, engine: "twin", set: { ...insurers, ...set } });
  if (loop === null) throw new Error("nobody moves the market");
  return loop;
}

describe("engine: an insured share of the market", () => {
  it("is as many books as have it together; without a share the crowd is the one that is set", () => {
    expect(crowdOf({ crowd: 1, crowdShare: 0.04 }, { depth: 1e9 }, 2e6)).to.equal(20);
    expect(crowdOf({ crowd: 3, crowdShare: 0 }, { depth: 1e9 }, 2e6)).to.equal(3);
  });

  for (const [alpha, gain] of [
    [0.04, 0.530429],
    [0.08, 1.060858],
  ] as const)
    it(`of ${alpha} asks for a loop gain of λ·α·${GAMMA} = ${gain} at the start`, async () => {
      const { reaction } = await loopOf(steppedPath(200, 200, 200), { "hedger.crowdShare": alpha * INSURED });
      expect(reaction).to.be.closeTo(gain, 1e-5);
      expect(LAMBDA * alpha * GAMMA).to.be.closeTo(gain, 1e-5);
    });

  it("is measured as it is asked for, within 0.05", async () => {
    const set = { ...frictionless, ...insurers, "process.volatilityPerDay": 0.05, "run.blocks": 400 };
    const loop = await loopOf("gbm", { ...set, "hedger.crowdShare": 0.02 * INSURED });
    expect(loop.reaction).to.be.closeTo(LAMBDA * 0.02 * GAMMA, 1e-5);
    expect(loop.gain).to.be.closeTo(loop.reaction, 0.05);
    expect(loop.interval?.[0]).to.be.above(0);
  });

  for (const [alpha, found] of [
    [0, -0.0488],
    [0.04, -0.0961],
    [0.08, -0.2092],
  ] as const)
    it(`of ${alpha} makes ${(100 * found).toFixed(2)} % of a fall by 4.88 %, round after round of sales, as the one-shot equilibrium has it`, async () => {
      const path = steppedPath(200, ...Array.from({ length: 120 }, () => 200 * Math.exp(-0.05)));
      const share = alpha === 0 ? { "hedger.mover": "none" } : { "hedger.crowdShare": alpha * INSURED };
      const { fallWith } = await loopOf(path, share);
      const demand = (price: number): number => {
        const d1 = (at: number): number => Math.log(at) / VOLATILITY + VOLATILITY / 2;
        return alpha * (normalCdf(d1(price)) - normalCdf(d1(1)));
      };
      expect(-fallWith).to.be.closeTo(oneShotEquilibrium(-0.05, LAMBDA, demand) ?? NaN, 2e-5);
      expect(Math.expm1(-fallWith)).to.be.closeTo(found, 1e-4);
    });
});
