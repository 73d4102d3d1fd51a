import { expect } from "chai";
import { describe, it } from "mocha";
import type { CrashResult } from "../../../src/core/result.ts";
import { runCrash } from "../../../src/crash.ts";

describe("a run's first blocks", () => {
  const beginnings = async (scenario: string, whole: number, cut: number, set = {}): Promise<readonly [CrashResult, CrashResult]> => {
    const run = (blocks: number): Promise<CrashResult> =>
      runCrash({ scenario, engine: "twin", seed: 4, set: { "run.blocks": blocks, ...set } });
    return [await run(whole), await run(cut)];
  };
  const sameFor = ([whole, cut]: readonly [CrashResult, CrashResult]): number => {
    const columns = Object.keys(cut.series) as (keyof CrashResult["series"])[];
    const differs = cut.series.block.findIndex((_, i) => columns.some((name) => cut.series[name]?.[i] !== whole.series[name]?.[i]));
    return differs === -1 ? cut.series.block.length : differs;
  };

  for (const scenario of ["gbm", "merton", "heston", "calm-day"]) {
    it(`of ${scenario} do not depend on later ones`, async () => {
      const runs = await beginnings(scenario, 160, 97);
      expect(sameFor(runs)).to.equal(98);
    });
  }

  it("of a recorded day are the same up to the bar that is cut", async () => {
    const runs = await beginnings("black-thursday-2020", 400, 250);
    const same = sameFor(runs);
    const [{ series }] = runs;
    // Bars of ten minutes.
    expect(Math.floor(series.time[same]! / 600)).to.equal(Math.floor(series.time[250]! / 600));
    expect(same).to.be.below(251);
  });
});
