import { expect } from "chai";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { studentQuantile } from "../../../src/ledger/measures/student.ts";
import { lookPlan } from "../../../src/plugin/matchers/statistics/look-plan.ts";
import { meanBounds } from "../../../src/plugin/matchers/statistics/mean-bounds.ts";
import { oneSidedT } from "../../../src/plugin/matchers/statistics/one-sided-t.ts";
import { type MeanClaim, type SequentialResult, sequentialTest } from "../../../src/plugin/matchers/statistics/sequential-test.ts";

const SEED = 20_260_501;
const REPETITIONS = 2_000;

/** Claims that the mean of a measure is at most 0. */
const atMostNothing: MeanClaim = { bound: "at most", limit: 0, floor: -Infinity, seeds: 80, level: 0.95 };

/** Many tests of normal measures with this mean and deviation 1. */
async function repeat(claim: MeanClaim, mean: number, name: string): Promise<readonly SequentialResult[]> {
  const normal = standardNormal(stream(SEED, name));
  const results: SequentialResult[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) results.push(await sequentialTest(claim, async () => mean + normal()));
  return results;
}

function count(results: readonly SequentialResult[], answer: SequentialResult["answer"]): number {
  return results.filter((each) => each.answer === answer).length;
}

/** So many of the repetitions, at most, where each has no more than this chance: three standard deviations above. */
function atMost(chance: number): number {
  return REPETITIONS * chance + 3 * Math.sqrt(REPETITIONS * chance * (1 - chance));
}

const ofValues =
  (values: readonly number[]) =>
  async (place: number): Promise<number> => {
    const value = values[place];
    if (value === undefined) throw new Error(`asked for a seed too many: ${place}`);
    return value;
  };

describe("the one-sided quantile of Student's t", () => {
  // Abramowitz and Stegun, table 26.10, percentage points of the t-distribution; P(|t| ≤ t_p) = 1 − 2·tail.
  const table: readonly (readonly [tail: number, freedom: number, quantile: number])[] = [
    [0.1, 1, 3.078],
    [0.05, 4, 2.132],
    [0.025, 9, 2.262],
    [0.01, 19, 2.539],
    [0.005, 10, 3.169],
    [0.005, 30, 2.75],
    [0.0005, 4, 8.61],
    [0.0005, 29, 3.659],
    [0.01, 120, 2.358],
  ];
  for (const [tail, freedom, quantile] of table) {
    it(`is ${quantile} for ${tail} and ${freedom} degrees of freedom, as printed`, () => {
      expect(oneSidedT(tail, freedom)).to.be.closeTo(quantile, 5.1e-4);
    });
  }

  it("is the two-sided one of half as much, and by integrating the density what it says", () => {
    for (const freedom of [2, 3, 7, 39, 99]) {
      expect(oneSidedT(0.025, freedom)).to.be.closeTo(studentQuantile(freedom), 1e-12);
      for (const tail of [0.2, 0.01, 0.0025]) expect(tailOf(oneSidedT(tail, freedom), freedom)).to.be.closeTo(tail, 1e-7);
    }
  });

  /** By Simpson's rule over t = tan(angle), with the constant that makes the whole 1. */
  function tailOf(quantile: number, freedom: number): number {
    const density = (angle: number): number => {
      const cosine = Math.cos(angle);
      const t = Math.sin(angle) / cosine;
      return cosine <= 1e-12 ? 0 : Math.exp((-(freedom + 1) / 2) * Math.log(1 + (t * t) / freedom)) / (cosine * cosine);
    };
    const integral = (from: number): number => {
      const steps = 20_000;
      const width = (Math.PI / 2 - from) / steps;
      let sum = density(from) + density(Math.PI / 2);
      for (let i = 1; i < steps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density(from + i * width);
      return (sum * width) / 3;
    };
    return integral(Math.atan(quantile)) / (2 * integral(0));
  }
});

describe("the plan of looks", () => {
  it("looks after 5, 10, 20, … and the last seeds, and spends the error with the square of their share", () => {
    expect(lookPlan(50, 0.05).map(({ seeds }) => seeds)).to.deep.equal([5, 10, 20, 40, 50]);
    expect(lookPlan(3, 0.25)).to.deep.equal([{ seeds: 3, error: 0.25 }]);
    expect(lookPlan(5, 0.25)).to.deep.equal([{ seeds: 5, error: 0.25 }]);
    expect(lookPlan(20, 0.25).map(({ error }) => error)).to.deep.equal([0.25 / 16, (0.25 * 3) / 16, (0.25 * 3) / 4]);
    for (const seeds of [3, 5, 6, 40, 41, 1_000]) {
      const plan = lookPlan(seeds, 0.1);
      expect(plan.reduce((sum, { error }) => sum + error, 0)).to.be.closeTo(0.1, 1e-15);
      expect(plan.at(-1)?.seeds).to.equal(seeds);
      for (const { error } of plan) expect(error).to.be.above(0);
    }
  });
});

describe("the bounds of a mean", () => {
  it("are Student's where nothing is skewed, and no nearer anywhere", () => {
    const half = (values: readonly number[], tail: number): number => {
      const mean = values.reduce((sum, each) => sum + each) / values.length;
      const squares = values.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
      return oneSidedT(tail, values.length - 1) * Math.sqrt(squares / (values.length - 1) / values.length);
    };
    const [evenLow, evenHigh] = meanBounds([1, 2, 3, 4, 5], 0.025);
    expect(evenLow).to.be.closeTo(3 - half([1, 2, 3, 4, 5], 0.025), 1e-12);
    expect(evenHigh).to.be.closeTo(3 + half([1, 2, 3, 4, 5], 0.025), 1e-12);
    const skewed = [0, 0, 0, 1, 9];
    const [low, high] = meanBounds(skewed, 0.05);
    expect(low).to.be.closeTo(2 - half(skewed, 0.05), 1e-12);
    expect(high).to.be.above(2 + half(skewed, 0.05));
    // Mirrored numbers have mirrored bounds.
    const [mirroredLow, mirroredHigh] = meanBounds(
      skewed.map((each) => -each),
      0.05,
    );
    expect(mirroredLow).to.be.closeTo(-high, 1e-12);
    expect(mirroredHigh).to.be.closeTo(-low, 1e-12);
  });

  it("toward the long tail are where Hall's g, as printed, is the quantile", () => {
    const values = [1, 1, 2, 2, 3, 8, 20];
    const [, high] = meanBounds(values, 0.02);
    const count = values.length;
    const mean = values.reduce((sum, each) => sum + each) / count;
    const moment = (k: 2 | 3): number =>
      values.reduce((sum, each) => sum + (each - mean) * (each - mean) * (k === 3 ? each - mean : 1), 0) / count;
    const skewness = moment(3) / (moment(2) * Math.sqrt(moment(2)));
    const t = (mean - high) / Math.sqrt((moment(2) * count) / (count - 1));
    const g = t + (skewness * t * t) / 3 + (skewness * skewness * t * t * t) / 27 + skewness / (6 * count);
    expect(g * Math.sqrt(count)).to.be.closeTo(-oneSidedT(0.02, count - 1), 1e-10);
  });

  it(`of exponential numbers (skewness 2) miss the mean less often than Student's alone (seed ${SEED})`, () => {
    const random = stream(SEED, "exponential");
    let [missed, byStudent] = [0, 0];
    for (let i = 0; i < REPETITIONS; i += 1) {
      const values = Array.from({ length: 20 }, () => -Math.log(1 - random()));
      const mean = values.reduce((sum, each) => sum + each) / 20;
      const squares = values.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
      if (meanBounds(values, 0.05)[1] < 1) missed += 1;
      if (mean + oneSidedT(0.05, 19) * Math.sqrt(squares / 19 / 20) < 1) byStudent += 1;
    }
    expect(missed).to.be.below(0.85 * byStudent);
    expect(missed).to.be.at.most(atMost(0.1));
  });
});

describe(`the test of a mean over seeds (seed ${SEED})`, function () {
  this.timeout(120_000);

  for (const level of [0.9, 0.95, 0.99]) {
    it(`with the mean exactly at the limit is wrong either way in at most ${(100 * (1 - level)).toFixed(0)} of 100 repetitions`, async () => {
      for (const bound of ["at most", "at least"] as const) {
        const results = await repeat({ ...atMostNothing, bound, level }, 0, `limit ${bound} ${level}`);
        expect(count(results, "beyond"), "beyond").to.be.at.most(atMost(1 - level));
        expect(count(results, "within"), "within").to.be.at.most(atMost(1 - level));
        // The bound is not so wide that it says nothing.
        expect(count(results, "unclear")).to.be.below(REPETITIONS);
      }
    });
  }

  it("stops early when the mean is half a deviation away, on the right side", async () => {
    const early = ({ values }: SequentialResult): boolean => values.length < 60;
    for (const [mean, answer] of [
      [0.5, "beyond"],
      [-0.5, "within"],
    ] as const) {
      const results = await repeat({ ...atMostNothing, seeds: 100 }, mean, `power ${mean}`);
      expect(results.filter(early).length).to.be.above(0.6 * REPETITIONS);
      expect(count(results.filter(early), answer)).to.be.above(0.6 * REPETITIONS);
      expect(count(results, answer)).to.be.above(0.97 * REPETITIONS);
    }
  });

  it("its interval covers the mean at the stated confidence, whenever it stops", async () => {
    const results = await repeat({ ...atMostNothing, limit: 0.2 }, 0, "cover");
    expect(results.filter(({ interval: [low] }) => low > 0).length).to.be.at.most(atMost(0.05));
    expect(results.filter(({ interval: [, high] }) => high < 0).length).to.be.at.most(atMost(0.05));
  });

  it("is clear after three seeds that are all the same, within where they are at the limit", async () => {
    const same = (value: number) => sequentialTest({ ...atMostNothing, limit: 0.1 }, ofValues([value, value, value]));
    expect(await same(0.1)).to.deep.equal({ answer: "within", values: [0.1, 0.1, 0.1], mean: 0.1, interval: [0.1, 0.1] });
    expect((await same(0.1 + 1e-15)).answer).to.equal("beyond");
    expect((await sequentialTest({ ...atMostNothing, bound: "at least" }, ofValues([1, 1, 1]))).answer).to.equal("within");
  });

  it("asks for no seed after the last, and says that it is not clear", async () => {
    const result = await sequentialTest({ ...atMostNothing, seeds: 6 }, ofValues([1, -1, 1, -1, 1, -1]));
    expect(result.answer).to.equal("unclear");
    expect(result.values).to.have.length(6);
    expect(result.mean).to.equal(0);
    // t of 5 degrees of freedom at what the first look has left of 0.05, and a deviation of √(6/5); there is no skewness.
    expect(result.interval[1]).to.be.closeTo((oneSidedT((0.05 * 11) / 36, 5) * Math.sqrt(1.2)) / Math.sqrt(6), 1e-12);
  });

  it("one seed above the least that can be decides where nothing above it is allowed", async () => {
    const result = await sequentialTest({ ...atMostNothing, floor: 0 }, ofValues([0, 0.5]));
    expect(result).to.deep.include({ answer: "beyond", values: [0, 0.5] });
  });

  it("works at the first look with numbers worked out by hand", async () => {
    // Mean 3, deviation √2.5, so a standard error of √0.5; the first look spends a sixteenth of 0.05.
    const values = [1, 2, 3, 4, 5];
    const half = oneSidedT(0.05 / 16, 4) * Math.sqrt(0.5);
    const claim = { ...atMostNothing, seeds: 20 };
    const inside = await sequentialTest({ ...claim, limit: 3 + half + 1e-9 }, ofValues(values));
    expect(inside).to.deep.include({ answer: "within", mean: 3 });
    expect((await sequentialTest({ ...claim, limit: 3 - half - 1e-9 }, ofValues(values))).answer).to.equal("beyond");
    await sequentialTest({ ...claim, limit: 3 + half - 1e-9 }, ofValues(values)).then(
      () => expect.fail("it should have asked for more seeds"),
      (error: Error) => expect(error.message).to.equal("asked for a seed too many: 5"),
    );
  });
});
