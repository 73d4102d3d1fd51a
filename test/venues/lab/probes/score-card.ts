import { expect } from "chai";
import hre from "hardhat";
import { before, describe, it } from "mocha";
import type { ProbedPool, ProbeReadings, ProbeScore, ScoreId } from "../../../../src/core/probe-result.ts";
import { runProbe } from "../../../../src/probe.ts";
import { scoreCard } from "../../../../src/venues/chain/lab/probes/score-card.ts";
import type { V2PairOptions } from "../../../../src/venues/chain/v2-pair.ts";
import { ownPair } from "./filled-lab.ts";

const scoreOf = (scores: readonly ProbeScore[], id: ScoreId): number => scores.find((each) => each.id === id)?.score ?? NaN;

/** A pair with a fault, how it is bound, and the score that names what is wrong with it. */
const faults: readonly (readonly [contract: string, terms: Omit<V2PairOptions, "artifact">, score: ScoreId])[] = [
  ["RoundingPair", {}, "rounding"],
  ["FeelessCheckPair", {}, "fee"],
  ["FreePair", { fee: 0.003 }, "fee"],
  ["FreePair", { fee: 0 }, "push"],
  ["FreePair", { fee: 0 }, "sandwich"],
  ["TwiceUpdatedOraclePair", {}, "oracle"],
  ["UnlockedSharePair", {}, "firstDeposit"],
  ["UnguardedSkimPair", {}, "skim"],
];

describe("venues: the score card", () => {
  let honest: ProbedPool;
  let fork: ProbedPool;
  const probed = new Map<string, Promise<ProbedPool>>();
  const probe = (contract: string, terms: Omit<V2PairOptions, "artifact">): Promise<ProbedPool> => {
    const key = JSON.stringify([contract, terms]);
    const known =
      probed.get(key) ??
      ownPair(contract, terms).then(async (pool) => (await runProbe({ pool, against: null, network: hre.network })).pools[0]!);
    probed.set(key, known);
    return known;
  };
  before(async () => {
    const pool = await ownPair("FeePair", { name: "fork", args: ["token0", "token1", 3_000], fee: 0.003 });
    const { pools } = await runProbe({ pool, network: hre.network });
    [fork, honest] = pools as [ProbedPool, ProbedPool];
  });

  it("gives the published pair and an honest fork of it the same scores, and finds nothing to say of either", () => {
    expect(honest.name).to.equal("uniswap-v2");
    for (const { id, score, why } of honest.scores) {
      expect(why).to.equal(null);
      expect(scoreOf(fork.scores, id), id).to.be.closeTo(score ?? NaN, 1e-3);
    }
    expect([honest.findings, fork.findings]).to.deep.equal([[], []]);
  });

  it("says what the closed forms say of a constant product at 0.3 %", () => {
    const score = (id: ScoreId): number => scoreOf(honest.scores, id);
    expect(score("depth")).to.be.closeTo(50, 0.01);
    expect(score("sandwich")).to.be.closeTo((100 * 0.0030135474) / 0.0060135474, 1e-3);
    expect(score("oracle")).to.be.closeTo(60, 1e-4);
    for (const id of ["rounding", "skim", "hostile"] as const) expect(score(id)).to.equal(100);
    expect(score("fee")).to.be.closeTo(100, 0.01);
    expect(score("firstDeposit")).to.be.above(80);
    expect(honest.lowest?.id).to.equal("push");
    expect(honest.lowest?.score).to.equal(Math.min(...honest.scores.map((each) => each.score ?? Infinity)));
  });

  for (const [contract, terms, id] of faults)
    it(`ranks ${contract} ${JSON.stringify(terms)} below the honest pair on ${id}, and says why`, async () => {
      const pool = await probe(contract, terms);
      expect(scoreOf(pool.scores, id), id).to.be.below(scoreOf(honest.scores, id) - 10);
      expect(pool.findings).not.to.deep.equal([]);
    });

  it("leaves a fork alone on the scores that have nothing to do with its fault", async () => {
    const pool = await probe("UnlockedSharePair", {});
    for (const { id, score } of honest.scores.filter((each) => each.id !== "firstDeposit"))
      expect(scoreOf(pool.scores, id), id).to.be.closeTo(score ?? NaN, 1e-3);
  });

  describe("every score", () => {
    const steps = [0, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.1, 0.3, 1];
    const withNumber: Readonly<Record<ScoreId, (value: number) => Partial<ProbeReadings>>> = {
      depth: (value) => ({ depth: { value: { down: value, up: value }, why: null } }),
      push: (value) => ({ push: { value: [-0.05, 0.05].map((move) => ({ move, capital: 0.01, cost: value })), why: null } }),
      sandwich: (value) => ({ sandwich: { value: { tolerance: 0.005, breakEven: value, largest: 1, victims: [] }, why: null } }),
      oracle: (value) => ({ oracle: { value: { window: 1_800, push: 0.2, inBlock: -value, held: [] }, why: null } }),
      rounding: (value) => ({ rounding: { value: { tried: 1, largestLoss: value, payment: 1, worth: value, roundTrip: 0 }, why: null } }),
      fee: (value) => ({ fee: { value: { stated: 0, charged: [], gap: value, quotes: 0, quoteGap: 0, broken: [] }, why: null } }),
      firstDeposit: (value) => ({ firstDeposit: { value: { first: 1, tried: [], victimLoss: value }, why: null } }),
      skim: (value) => ({ skim: { value: { taken: value, isExact: true, isSynced: true }, why: null } }),
      hostile: (value) => ({
        hostile: { value: { cases: Array.from({ length: 1_000 }, () => CASE), held: Math.round(1_000 * value) }, why: null },
      }),
    };
    const CASE = { token: "t", operation: "o", success: true, reason: null, isWhole: true, isClean: true } as const;
    const rises: readonly ScoreId[] = ["depth", "push", "sandwich", "hostile"];

    for (const id of Object.keys(withNumber) as ScoreId[])
      it(`${id} is from 0 to 100, and only ever ${rises.includes(id) ? "rises" : "falls"} with its number`, () => {
        const scores = steps.map((value) => scoreOf(scoreCard({ ...honest.readings, ...withNumber[id](value) }), id));
        for (const [i, score] of scores.entries()) {
          expect(score).to.be.within(0, 100);
          if (i === 0) continue;
          const step = (score - (scores[i - 1] ?? NaN)) * (rises.includes(id) ? 1 : -1);
          expect(step, `${steps[i]}`).to.be.at.least(0);
        }
        expect(Math.abs((scores.at(-1) ?? NaN) - (scores[0] ?? NaN))).to.be.above(49);
      });

    it("is what its own formula says", () => {
      for (const { id, score, measured, formula } of honest.scores) {
        const [, letter = ""] = /([a-z])/.exec(formula) ?? [];
        const text = formula.replace("·", "*").replaceAll(letter, String(measured));
        const [numerator = "", denominator = "1"] = text.split("/");
        const [first = "0", second = "0"] = denominator.replace(/[()]/g, "").split(" + ");
        const [factor = "0", other = "1"] = numerator.split("*");
        expect(score, id).to.be.closeTo((Number(factor) * Number(other)) / (Number(first) + Number(second)), 1e-9);
      }
    });

    it("is no number where there is nothing to score, and says why", () => {
      const readings: ProbeReadings = { ...honest.readings, oracle: { value: null, why: "there is none" } };
      const oracle = scoreCard(readings).find(({ id }) => id === "oracle");
      expect(oracle).to.include({ score: null, measured: null, why: "there is none" });
    });
  });
});
