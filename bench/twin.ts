/**
 * How much faster the twin is than the chain, on the whole main job, and how near its swap is to the bare formula: `hardhat run bench/twin.ts`.
 * Rounds alternate in one process; the first of each side is thrown away. Ends with exit code 1 when a limit is broken; BENCH_ROUNDS sets how often (5),
 * BENCH_UPDATE=1 writes baseline.json.
 */
import hre from "hardhat";
import { swap } from "../src/amm/uniswap-v2.ts";
import { drawPath } from "../src/scenarios/draw-path.ts";
import { openTwin, worldOf } from "../src/world-of.ts";
import { runCrash } from "../src/engine/run-crash.ts";
import type { World } from "../src/engine/world.ts";
import type { Venue } from "../src/core/words.ts";
import { gasLimitOf } from "../src/mempool/gas-schedule.ts";
import { findScenario } from "../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../src/scenarios/settings.ts";
import { CRASH_NETWORK } from "../src/venues/chain/network.ts";
import { openLocalChain } from "../src/venues/chain/open-local-chain.ts";
import { report } from "./report.ts";
import { row } from "./row.ts";
import { type Spent, Stopwatch } from "./stopwatch.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "5");
const SWAPS = 200_000;

const scenario = findScenario("black-thursday-2020");
const settings = resolveSettings(scenario);

/** The loop, without genesis. */
async function timeLoop(openVenue: World["openVenue"]): Promise<Spent> {
  const loop = new Stopwatch();
  const timed: World["openVenue"] = async (genesis): Promise<Venue> => {
    const venue = await openVenue(genesis);
    loop.start();
    return venue;
  };
  await runCrash(worldOf(scenario, settings, 1, drawPath(scenario, settings, 1), timed));
  loop.stop();
  return loop.spent;
}

/** Nanoseconds a call. */
function timeSwaps(step: (amount: bigint) => void): number {
  const start = performance.now();
  for (let i = 0; i < SWAPS; i += 1) step(10n ** 15n + BigInt(i));
  return ((performance.now() - start) * 1e6) / SWAPS;
}

let pool = { base: 10n ** 22n, quote: 10n ** 13n, supply: 1n };
let [base, quote] = [10n ** 22n, 10n ** 13n];
const model = (amount: bigint): void => {
  ({ state: pool } = swap(pool, "sell", amount));
};
const bare = (amount: bigint): void => {
  const kept = amount * 997n;
  const out = (kept * quote) / (base * 1000n + kept);
  base += amount;
  quote -= out;
};

const loops = { chain: [] as Spent[], twin: [] as Spent[] };
const swaps = { model: [] as number[], bare: [] as number[] };
for (let round = 0; round <= ROUNDS; round += 1) {
  const chain = await timeLoop((genesis) => openLocalChain(hre.network, CRASH_NETWORK, genesis, gasLimitOf));
  const twin = await timeLoop(openTwin);
  const [ofModel, ofFormula] = [timeSwaps(model), timeSwaps(bare)];
  if (round === 0) continue;
  loops.chain.push(chain);
  loops.twin.push(twin);
  swaps.model.push(ofModel);
  swaps.bare.push(ofFormula);
}
for (let i = 0; i < ROUNDS; i += 1) {
  console.log(
    `Round ${i + 1}: chain ${Math.round(loops.chain[i]!.wall)} ms, twin ${Math.round(loops.twin[i]!.wall)} ms; ` +
      `swap ${Math.round(swaps.model[i]!)} ns, bare formula ${Math.round(swaps.bare[i]!)} ns`,
  );
}
const slower = (time: keyof Spent): number[] => loops.chain.map((chain, i) => chain[time] / loops.twin[i]![time]);
const dearer = swaps.model.map((each, i) => each / swaps.bare[i]!);
report("twin", { pinned: false, rounds: ROUNDS, size: { swaps: SWAPS } }, [
  row(
    "chain/twin",
    "the loop of Black Thursday over the chain, over the same over the twin",
    { atLeast: 20 },
    slower("wall"),
    slower("cpu"),
  ),
  row("swap/bare", "the twin's integer swap over the bare formula", { atMost: 1.5 }, dearer),
]);
