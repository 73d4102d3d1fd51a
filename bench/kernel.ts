import { spawnSync } from "node:child_process";
import { argv, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { pathStream } from "../src/core/path-stream.ts";
import { standardNormal } from "../src/core/standard-normal.ts";
import { fillPrices } from "../src/market/processes/fill-prices.ts";
import { readProcess } from "../src/market/processes/read-process.ts";
import { KERNEL_COLUMNS } from "../src/sweep/kernel/kernel-columns.ts";
import { kernel } from "../src/sweep/kernel/kernel.ts";
import type { KernelSettings } from "../src/sweep/kernel/kernel-settings.ts";
import { pinnedCore } from "./run-side.ts";

/*
 * `node bench/kernel.ts`: processor time of a block step in doubles, beside that of drawing its normal number alone (ziggurat over xoshiro128++). Each side
 * runs in a process of its own, since what a compiler makes of a loop depends on what it has seen before.
 */
const STEPS = 288;
const ROUNDS = 5;
const SIDES = ["normals", "path", "lp", "lp, a trade in every block", "all books"] as const;

const settings: KernelSettings = {
  pool: { value: 6_400_000, lpShare: 0.1, fee: 0.003 },
  market: { cost: 0.001 },
  agents: { minimumProfit: 1 },
  hedger: { policy: "interval", interval: 25, band: 0.02, impliedVolatility: 0.9, expiryDays: 30, marginRate: 0.1 },
};
const busy: KernelSettings = { ...settings, pool: { ...settings.pool, fee: 1e-6 }, market: { cost: 0 }, agents: { minimumProfit: 0 } };

/** Walks the path of this number, and gives back something of it, so that nothing is left out. */
function walkerOf(side: (typeof SIDES)[number]): (index: number) => number {
  const times = Float64Array.from({ length: STEPS + 1 }, (_, i) => 12 * i);
  const prices = new Float64Array(STEPS + 1);
  const out = new Float64Array(KERNEL_COLUMNS.length);
  const law = readProcess({ kind: "gbm", volatilityPerDay: 0.05 });
  if (side === "normals") {
    return (index) => {
      const normal = standardNormal(pathStream(1, index));
      let sum = 0;
      for (let step = 0; step < STEPS; step += 1) sum += normal();
      return sum;
    };
  }
  const fill = (index: number): void => fillPrices(prices, law, 200, times, pathStream(1, index));
  if (side === "path") {
    return (index) => {
      fill(index);
      return prices[STEPS]!;
    };
  }
  const walk = kernel(side === "lp, a trade in every block" ? busy : settings, side === "all books" ? "all" : "lp");
  return (index) => {
    fill(index);
    walk(times, prices, out);
    return out[0]!;
  };
}

/** Least nanoseconds of processor time a step over the rounds. */
function measure(side: (typeof SIDES)[number]): number {
  const walk = walkerOf(side);
  const paths = side === "all books" ? 4_000 : 20_000;
  let least = Infinity;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let index = 0; index < paths; index += 1) sum += walk(index);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (1_000 * (user + system)) / (paths * STEPS));
  }
  if (Number.isNaN(sum)) throw new Error(`${side}: not a number`);
  return least;
}

function measureApart(side: string, core: number | null): number {
  const node = [execPath, fileURLToPath(import.meta.url), side];
  const [command = "", ...args] = core === null ? node : ["taskset", "-c", String(core), ...node];
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the side ${side} failed:\n${stderr}`);
  return Number(stdout);
}

const only = SIDES.find((side) => side === argv[2]);
if (only !== undefined) {
  console.log(measure(only));
} else {
  const core = pinnedCore();
  console.log(`${STEPS} steps a path, ${core === null ? "not pinned" : `pinned to core ${core}`}, processor time, best of ${ROUNDS}`);
  const rows = SIDES.map((side) => [side, measureApart(side, core)] as const);
  const normals = rows[0]![1];
  for (const [side, ns] of rows) {
    console.log(
      `${side.padEnd(28)}${ns.toFixed(1).padStart(8)} ns${(1e3 / ns).toFixed(1).padStart(8)} M/s${(ns / normals).toFixed(2).padStart(8)} ×`,
    );
  }
}
