import { priceNumber } from "../../../src/core/units.ts";
import { drawPath } from "../../../src/scenarios/draw-path.ts";
import { openTwin, worldOf } from "../../../src/world-of.ts";
import { runCrash } from "../../../src/engine/run-crash.ts";
import type { Run } from "../../../src/engine/run.ts";
import { findScenario } from "../../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../../src/scenarios/scenario.ts";
import { resolveSettings, type Settings } from "../../../src/scenarios/settings.ts";
import { KERNEL_COLUMNS } from "../../../src/sweep/kernel/kernel-columns.ts";
import { kernel } from "../../../src/sweep/kernel/kernel.ts";
import type { RandomRun } from "./random-runs.ts";

/** The world that the kernel models: nobody trades but one arbitrageur with all the stock he could want, and gas is free. */
const KERNEL_WORLD = {
  "agents.arbitrageurs": 1,
  "agents.arbitrageurStock": 100,
  "agents.arbitrageurLatency": 0,
  "agents.turnover": 0,
  "mempool.fees": "first-price",
  "mempool.gasPrices": "constant",
  "mempool.floorGwei": 0,
  "mempool.bidSpreadGwei": 0,
};

const DAY = 86_400;

/** What each of them says to settings; the walk of the kernel throws what it throws. */
interface Both {
  readonly settings: Settings;
  readonly run: () => Promise<Run>;
  readonly walk: () => Float64Array;
}

/** The engine over the twin and the kernel on the same path, to the last digit of its prices. */
export function bothOf({ seed, start, process, set }: RandomRun): Both {
  const scenario: Scenario = { ...findScenario("calm-day"), market: { kind: "process", start, process }, gas: null };
  const { run: length, mempool } = resolveSettings(scenario, set);
  // Poisson blocks may be late.
  const days = (4 * length.blocks * mempool.blockSeconds) / DAY;
  const settings = resolveSettings(scenario, { ...set, ...KERNEL_WORLD, "process.days": days });
  const world = worldOf(scenario, settings, seed, drawPath(scenario, settings, seed), openTwin);
  const walk = (): Float64Array => {
    const out = new Float64Array(KERNEL_COLUMNS.length);
    kernel(settings)(world.times, Float64Array.from(world.prices, priceNumber), out);
    return out;
  };
  return { settings, run: () => runCrash(world), walk };
}
