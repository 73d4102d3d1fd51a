import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measurement } from "./measurement.ts";
import { report } from "./report.ts";
import { type Round, timeRound, weighRound, type Weights } from "./rounds.ts";
import { memoryRows, timeRows, withoutLongRunLimits } from "./rows.ts";
import { pinnedCore, runSide } from "./run-side.ts";

/*
 * The benchmark of the main job, `npm run bench`: records what the job asks of the chain, and runs the job and its peers in turn, each in a process of
 * its own on one core. Ends with exit code 1 when a limit is broken. In the environment: BENCH_BLOCKS shortens the job (and leaves out the limits that
 * only a whole job can keep), BENCH_ROUNDS sets how often (3),
 * BENCH_UPDATE=1 writes its part of baseline.json.
 */
interface Recorded {
  readonly blocks: number;
  readonly swaps: number;
  readonly requests: number;
  readonly transactions: number;
}

const count = Number(process.env["BENCH_ROUNDS"] ?? "3");
const core = pinnedCore();
const folder = mkdtempSync(join(tmpdir(), "crash-bench-"));

try {
  const recorded = await runSide<Recorded>("record", folder, core);
  const { blocks, transactions, swaps, requests } = recorded;
  console.log(
    `The main job: ${blocks} blocks, ${transactions} transactions with genesis, ${swaps} swaps, ${requests} requests after genesis.`,
  );
  console.log(
    core === null ? "NOT PINNED: there is no taskset here, the figures are noisier." : `Each side alone, pinned to core ${core}.`,
  );

  const rounds: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    rounds.push(await timeRound(folder, core, round % 2 === 1, round === 0));
    console.log(`Round ${round + 1} of ${count}: ${milliseconds(rounds.at(-1))}`);
  }
  const weights: Weights[] = [];
  for (let round = 0; round < Math.ceil(count / 2); round += 1) weights.push(await weighRound(folder, core));

  const all = [...timeRows(rounds), ...memoryRows(weights, blocks)];
  const rows = process.env["BENCH_BLOCKS"] === undefined ? all : withoutLongRunLimits(all);
  const { methods = {} } = await runSide<Measurement>("methods", folder, core);
  console.log("\nWhere the chain's time goes:");
  console.table(
    Object.entries(methods).map(([method, { count: times, wall }]) => ({
      method,
      requests: times,
      ms: Math.round(wall),
      "µs each": Math.round((wall * 1000) / times),
    })),
  );
  report("main-job", { pinned: core !== null, rounds: count, size: { blocks, transactions } }, rows);
  const missing = rounds.map(({ anvil }) => anvil).find((anvil) => typeof anvil === "string" && anvil.includes("Error"));
  if (missing !== undefined) console.log(`SKIPPED engine/anvil: ${JSON.stringify(missing)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function milliseconds(round: Round | undefined): string {
  return Object.entries(round ?? {})
    .map(([side, measured]) => (typeof measured === "string" ? "" : `${side} ${Math.round((measured as Measurement).chain.wall)} ms`))
    .filter((text) => text !== "")
    .join(", ");
}
