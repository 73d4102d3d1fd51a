import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../src/core/path-stream.ts";
import { InputError } from "../../src/core/errors.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { pathDrawer } from "../../src/scenarios/path-drawer.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { measuredColumns } from "../../src/sweep/chunks/part-columns.ts";
import { kernelWalker } from "../../src/sweep/chunks/kernel-walker.ts";
import type { OpenWalker } from "../../src/sweep/chunks/path-walker.ts";
import { chunkWalker } from "../../src/sweep/chunks/walk-chunk.ts";
import { KERNEL_COLUMNS } from "../../src/sweep/kernel/kernel-columns.ts";
import { planSweep } from "../../src/sweep/plan/plan-sweep.ts";
import { runSweep } from "../../src/sweep.ts";
import { twinWalker } from "../../src/twin-walker.ts";

const PATHS = 3;

/** The engine where it has nothing that the kernel has not. */
const BARE = {
  "process.days": 0.02,
  "agents.arbitrageurs": 1,
  "agents.arbitrageurStock": 100,
  "agents.turnover": 0,
  "mempool.gasPrices": "constant",
  "mempool.floorGwei": 0,
  "mempool.bidSpreadGwei": 0,
};

function planOf(scenario: Scenario, set: Readonly<Record<string, unknown>>) {
  return planSweep({ scenario, engine: "twin", seed: 4, paths: PATHS, axes: [], set });
}

async function walk(open: OpenWalker, set: Readonly<Record<string, unknown>>) {
  return chunkWalker(planOf(findScenario("merton"), set), open)({ index: 0, from: 0, to: PATHS });
}

describe("sweep: the engine over the twin", () => {
  it("walks the same paths as the kernel, to the same lines where it has no more than the kernel", async () => {
    const set = { ...BARE, "hedger.desk": "iron-condor", "hedger.insurance": "synthetic-put" };
    const [engine, kernel] = [await walk(twinWalker, set), await walk(kernelWalker, set)];
    const { books } = planOf(findScenario("merton"), set);
    expect(books).to.deep.equal(["hold", "lp", "hedged-lp", "option-twin", "short-straddle", "desk", "insurer"]);
    const names = measuredColumns(books);
    const capital = kernel[names.indexOf("startCapital")]![0]!;
    expect(capital).to.equal(640_000);
    names.forEach((name, column) => {
      for (let path = 0; path < PATHS; path += 1)
        expect(engine[column]![path]! / capital, name).to.be.closeTo(kernel[column]![path]! / capital, 1e-6);
    });
  });

  it("knows traders, and gives path by path the same whatever was walked before", async () => {
    const set = { ...BARE, "agents.turnover": 5 };
    const [quiet, busy] = [await walk(twinWalker, BARE), await walk(twinWalker, set)];
    const plan = planOf(findScenario("merton"), set);
    const names = measuredColumns(plan.books);
    const premium = names.indexOf("lp.premium");
    for (let path = 0; path < PATHS; path += 1) expect(busy[premium]![path]).to.be.above(quiet[premium]![path]!);
    const open = twinWalker(plan, plan.cells[0]!);
    const draw = pathDrawer(plan.source, plan.cells[0]!.settings, 1);
    const out = new Float64Array(KERNEL_COLUMNS.length);
    await open(2, draw(pathStream(4, 2, 0), pathStream(4, 2, 1)), out);
    for (const [column, name] of names.slice(0, -3).entries()) expect(out[KERNEL_COLUMNS.indexOf(name)]! + 0).to.equal(busy[column]![2]);
  });

  it("takes every setting, finds gas and pool of a recorded day by its name, and sums up like any sweep", async () => {
    const summary = await runSweep({
      scenario: "may-19-2021",
      engine: "twin",
      paths: 2,
      workers: 1,
      axes: { "agents.arbitrageurs": [1, 3] },
      set: { "run.blocks": 40 },
    });
    expect(summary.engine).to.equal("twin");
    expect(summary.settings).to.include({ "pool.liquidity": "recorded", "run.blocks": 40 });
    const [cell] = summary.cells;
    // A tenth of the real reserves of 07:00, the base at the first price.
    expect(cell?.startCapital).to.be.within(0.1 * 135e6, 0.1 * 138e6);
    const execution = cell?.books.find(({ book }) => book === "hedged-lp")?.measures.execution.mean;
    expect(execution).to.be.below(0);
  });

  it("refuses a scenario of one's own whose gas prices no thread can be handed, and takes one without", async () => {
    const own: Scenario = { ...findScenario("calm-day"), name: "mine" };
    expect(() => planOf(own, {}))
      .to.throw(InputError)
      .with.property("code", "SWEEP_OWN_GAS");
    const summary = await runSweep({ scenario: { ...own, gas: null }, engine: "twin", paths: 2, workers: 1, set: { "run.blocks": 20 } });
    expect(summary.scenario.name).to.equal("mine");
  });
});
