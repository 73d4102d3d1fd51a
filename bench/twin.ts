/**
 * How much faster the twin is than the chain, on the whole main job, and how near its swap is to the bare formula: `hardhat run bench/twin.ts`.
 * Rounds alternate in one process; the first of each side is thrown away.
 */
import hre from "hardhat";
import { swap } from "../src/amm/uniswap-v2.ts";
import { openTwin, worldOf } from "../src/crash.ts";
import { runCrash } from "../src/engine/run-crash.ts";
import type { World } from "../src/engine/world.ts";
import type { Venue } from "../src/core/words.ts";
import { gasLimitOf } from "../src/mempool/gas-schedule.ts";
import { findScenario } from "../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../src/scenarios/settings.ts";
import { CRASH_NETWORK } from "../src/venues/chain/network.ts";
import { openLocalChain } from "../src/venues/chain/open-local-chain.ts";
import { median } from "./statistics.ts";

const ROUNDS = 3;
const SWAPS = 200_000;

const scenario = findScenario("black-thursday-2020");
const settings = resolveSettings(scenario);

/** Milliseconds of the loop, without genesis. */
async function timeLoop(openVenue: World["openVenue"]): Promise<number> {
  let start = 0;
  const timed: World["openVenue"] = async (genesis): Promise<Venue> => {
    const venue = await openVenue(genesis);
    start = performance.now();
    return venue;
  };
  await runCrash(worldOf(scenario, settings, 1, timed));
  return performance.now() - start;
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

const loops = { chain: [] as number[], twin: [] as number[] };
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
const ratios = loops.chain.map((chain, i) => chain / (loops.twin[i] ?? NaN));
const costs = swaps.model.map((each, i) => each / (swaps.bare[i] ?? NaN));
console.table([
  { what: "chain over twin, the loop of Black Thursday", median: median(ratios), wanted: "at least 20", milliseconds: median(loops.twin) },
  { what: "integer swap over the bare formula", median: median(costs), wanted: "at most 1.5", nanoseconds: median(swaps.model) },
]);
