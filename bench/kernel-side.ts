import { argv } from "node:process";
import { pathStream } from "../src/core/path-stream.ts";
import { standardNormal } from "../src/core/standard-normal.ts";
import { fillPrices } from "../src/market/processes/fill-prices.ts";
import { readProcess } from "../src/market/processes/read-process.ts";
import { hedgerSettings } from "../src/hedger/settings.ts";
import { KERNEL_COLUMNS } from "../src/sweep/kernel/kernel-columns.ts";
import { kernel } from "../src/sweep/kernel/kernel.ts";
import type { KernelSettings } from "../src/sweep/kernel/kernel-settings.ts";

/** Steps that are walked before any are counted, in which the code is compiled. */
const WARM_UP = 2_000_000;

/** What is done with the number of a path; what it gives back keeps a compiler from leaving it out. */
type Walk = (index: number) => number;

const settings: KernelSettings = {
  pool: { value: 6_400_000, lpShare: 0.1, fee: 0.003 },
  market: { cost: 0.001 },
  agents: { minimumProfit: 1 },
  mempool: { blockSeconds: 13.2 },
  hedger: hedgerSettings.parse({
    policy: "interval",
    interval: 25,
    band: 0.02,
    impliedVolatility: 0.9,
    expiryDays: 30,
    marginRate: 0.1,
    riskAversion: 1e-4,
  }),
};
const busy: KernelSettings = { ...settings, pool: { ...settings.pool, fee: 1e-6 }, market: { cost: 0 }, agents: { minimumProfit: 0 } };
const law = readProcess({ kind: "gbm", volatilityPerDay: 0.05 });

/** By name, for paths of so many steps. */
const sides: Readonly<Record<string, (steps: number) => Walk>> = {
  normals: (steps) => (index) => {
    const normal = standardNormal(pathStream(1, index));
    let sum = 0;
    for (let step = 0; step < steps; step += 1) sum += normal();
    return sum;
  },
  path: (steps) => {
    const { prices, fill } = drawing(steps);
    return (index) => {
      fill(index);
      return prices[steps]!;
    };
  },
  lp: (steps) => walking(steps, settings, "lp"),
  busy: (steps) => walking(steps, busy, "lp"),
  all: (steps) => walking(steps, settings, "all"),
};

function drawing(steps: number): { readonly times: Float64Array; readonly prices: Float64Array; readonly fill: (index: number) => void } {
  const times = Float64Array.from({ length: steps + 1 }, (_, i) => 12 * i);
  const prices = new Float64Array(steps + 1);
  return { times, prices, fill: (index) => fillPrices(prices, law, 200, times, pathStream(1, index)) };
}

function walking(steps: number, each: KernelSettings, books: "all" | "lp"): Walk {
  const { times, prices, fill } = drawing(steps);
  const out = new Float64Array(KERNEL_COLUMNS.length);
  const walk = kernel(each, books);
  return (index) => {
    fill(index);
    walk(times, prices, out);
    return out[0]!;
  };
}

/**
 * Nanoseconds of processor time a step, the least of several times.
 *
 * @param jobs how often the same paths are walked within each time
 */
function measure(side: (steps: number) => Walk, steps: number, paths: number, jobs: number, times: number): number {
  const walk = side(steps);
  let least = Infinity;
  let sum = 0;
  for (let index = 0; index * steps < WARM_UP; index += 1) sum += walk(index);
  for (let time = 0; time < times; time += 1) {
    const before = process.cpuUsage();
    for (let job = 0; job < jobs; job += 1) {
      for (let index = 0; index < paths; index += 1) sum += walk(index);
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (1_000 * (user + system)) / (jobs * paths * steps));
  }
  if (Number.isNaN(sum)) throw new Error("not a number");
  return least;
}

/** One side of `kernel.ts` in a process of its own, since what a compiler makes of a loop depends on what it has seen before. */
const [, , name = "", ...sizes] = argv;
const side = sides[name];
const [steps = 0, paths = 0, jobs = 0, times = 0] = sizes.map(Number);
if (side === undefined) throw new Error(`a side is one of ${Object.keys(sides).join(", ")}`);
console.log(measure(side, steps, paths, jobs, times));
