import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { findScenario } from "../../../src/scenarios/find-scenario.ts";
import { pathDrawer } from "../../../src/scenarios/path-drawer.ts";
import { measuredColumns } from "../../../src/sweep/chunks/part-columns.ts";
import { kernelWalker } from "../../../src/sweep/chunks/kernel-walker.ts";
import { chunkWalker, type WalkedChunk } from "../../../src/sweep/chunks/walk-chunk.ts";
import { KERNEL_COLUMNS } from "../../../src/sweep/kernel/kernel-columns.ts";
import { kernel } from "../../../src/sweep/kernel/kernel.ts";
import type { SweepPlan } from "../../../src/sweep/plan/plan.ts";
import { planSweep } from "../../../src/sweep/plan/plan-sweep.ts";

const columnOf = (plan: SweepPlan, name: string): number => measuredColumns(plan.books).indexOf(name);

const AXES = [
  { key: "pool.fee", values: [0.0005, 0.01] },
  { key: "mempool.blockProcess", values: ["poisson", "fixed"] },
];

function planOf(name: string, seed = 1) {
  const set = name === "black-thursday-2020" ? { "run.blocks": 60 } : { "process.days": 0.02 };
  return planSweep({ scenario: findScenario(name), seed, paths: 24, axes: AXES, set });
}

/** Rows of some paths of a chunk, cell by cell. */
function rowsOf(walked: WalkedChunk, count: number, paths: readonly number[]): number[][] {
  const cells = walked[0]!.length / count;
  return Array.from({ length: cells }, (_, cell) => paths.map((path) => walked.map((column) => column[cell * count + path]!))).flat();
}

describe("sweep/walk-chunk", () => {
  for (const name of ["gbm", "hawkes", "heston", "bootstrap-may-19-2021", "black-thursday-2020"]) {
    it(`gives the same bits however paths are cut into chunks (${name})`, async () => {
      const plan = planOf(name);
      const whole = await chunkWalker(plan, kernelWalker)({ index: 0, from: 0, to: 24 });
      const walk = chunkWalker(plan, kernelWalker);
      // Out of order, and by one walker that has walked others before.
      for (const [from, to] of [
        [17, 24],
        [0, 1],
        [1, 17],
      ] as const) {
        const part = await walk({ index: 0, from, to });
        const paths = Array.from({ length: to - from }, (_, i) => i);
        expect(rowsOf(part, to - from, paths)).to.deep.equal(
          rowsOf(
            whole,
            24,
            paths.map((path) => path + from),
          ),
        );
      }
    });
  }

  it("walks in every cell what the kernel walks on the path of that number", async () => {
    const plan = planOf("merton", 5);
    const walked = await chunkWalker(plan, kernelWalker)({ index: 0, from: 10, to: 20 });
    plan.cells.forEach(({ settings }, cell) => {
      const draw = pathDrawer(plan.source, settings, 1);
      for (let path = 10; path < 20; path += 1) {
        const { times, prices } = draw(pathStream(5, path, 0), pathStream(5, path, 1));
        const out = new Float64Array(KERNEL_COLUMNS.length);
        kernel(settings)(times, prices, out);
        const row = cell * 10 + path - 10;
        for (const [column, name] of measuredColumns(plan.books).slice(0, -3).entries())
          expect(walked[column]![row], name).to.equal(out[KERNEL_COLUMNS.indexOf(name)]! + 0);
        expect(walked[columnOf(plan, "blocks")]![row]).to.equal(times.length - 1);
        expect(walked[columnOf(plan, "logReturn")]![row]).to.be.closeTo(Math.log(prices.at(-1)! / 200), 1e-12);
      }
    });
  });

  it("lets cells that differ in the pool alone meet the same prices", async () => {
    const plan = planOf("gbm");
    const walked = await chunkWalker(plan, kernelWalker)({ index: 0, from: 0, to: 24 });
    const hold = walked[columnOf(plan, "hold.total")]!;
    // Cells: 5 bp Poisson, 5 bp fixed, 1 % Poisson, 1 % fixed.
    expect(hold.slice(0, 24)).to.deep.equal(hold.slice(48, 72));
    expect(hold.slice(0, 24)).to.not.deep.equal(hold.slice(24, 48));
    expect(new Set(hold.slice(0, 24)).size).to.equal(24);
  });

  it("measures no negative zero, and as many columns as it names", async () => {
    const plan = planOf("gbm");
    const walked = await chunkWalker(plan, kernelWalker)({ index: 0, from: 0, to: 24 });
    expect(walked).to.have.length(measuredColumns(plan.books).length);
    for (const column of walked) for (const value of column) expect(Object.is(value, -0)).to.equal(false);
  });

  it("gives a path in whose time no block falls nothing but zeros", async () => {
    const set = { "process.days": 0.001, "mempool.blockSeconds": 80 };
    const plan = planSweep({ scenario: findScenario("gbm"), seed: 1, paths: 40, axes: [], set });
    const walked = await chunkWalker(plan, kernelWalker)({ index: 0, from: 0, to: 40 });
    const blocks = walked[columnOf(plan, "blocks")]!;
    expect([...blocks]).to.include(0);
    expect([...blocks]).to.include(1);
    blocks.forEach((count, row) => {
      if (count === 0) expect(walked[columnOf(plan, "lp.total")]![row]).to.equal(0);
    });
  });
});
