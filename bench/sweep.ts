import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { report } from "./report.ts";
import { row } from "./row.ts";
import type { SweepSide } from "./sweep-side.ts";

/*
 * `node bench/sweep.ts`: what a second worker brings, and what a hundred times as many paths take of memory. Each sweep runs in a process of its own, the sides
 * of a ratio in turn. Ends with exit code 1 when a limit is broken. BENCH_ROUNDS sets how often (3), BENCH_UPDATE=1 writes baseline.json.
 */
const SIDE = fileURLToPath(new URL("./sweep-side.ts", import.meta.url));
const [FEW, MANY, PACE] = [10_000, 1_000_000, 200_000];
const count = Number(process.env["BENCH_ROUNDS"] ?? "3");

function measureApart(paths: number, workers: number): SweepSide {
  const { status, stdout, stderr } = spawnSync(execPath, [SIDE, String(paths), String(workers)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`a sweep of ${paths} paths failed:\n${stderr}`);
  return JSON.parse(stdout) as SweepSide;
}

const rounds = Array.from({ length: count }, (_, round) => {
  const [one, two] = [measureApart(PACE, 1), measureApart(PACE, 2)];
  console.log(`Round ${round + 1}: ${PACE} paths by one worker ${Math.round(one.walk)} ms, by two ${Math.round(two.walk)} ms`);
  return one.walk / two.walk;
});
const few = measureApart(FEW, 2);
const many = measureApart(MANY, 2);
for (const [paths, { walk, whole, memory }] of [
  [FEW, few],
  [MANY, many],
] as const)
  console.log(
    `${paths} paths of 288 steps: walked in ${(walk / 1e3).toFixed(1)} s, ${Math.round((paths * 1e3) / walk)} paths a second; whole ${(whole / 1e3).toFixed(1)} s; at most ${Math.round(memory / 1e6)} MB`,
  );

report("sweep", { pinned: false, rounds: count, size: { few: FEW, many: MANY, pace: PACE, steps: 288 } }, [
  row("two/one", "paths a second of two workers over those of one, all books", { atLeast: 1.8 }, rounds),
  row("memory", "most memory of a sweep of 1,000,000 paths over that of 10,000", { atMost: 1.2 }, [many.memory / few.memory]),
]);
