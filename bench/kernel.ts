import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { report } from "./report.ts";
import { type Limit, type Row, row } from "./row.ts";
import { pinnedCore } from "./run-side.ts";
import { median } from "./statistics.ts";

/*
 * `node bench/kernel.ts`: processor time of a block step in doubles, beside that of drawing its normal number alone (ziggurat over xoshiro128++), and how
 * it grows with the number of paths and of steps. Ends with exit code 1 when a limit is broken. BENCH_ROUNDS sets how often (3), BENCH_UPDATE=1 writes
 * baseline.json.
 */
const SIDE = fileURLToPath(new URL("./kernel-side.ts", import.meta.url));

/** One measurement: so many paths of so many steps, and how often they are walked within the time. */
interface Point {
  readonly side: string;
  readonly steps: number;
  readonly paths: number;
  readonly jobs: number;
}

const SIDES = [
  { side: "normals", what: "its normal number alone", paths: 20_000 },
  { side: "path", what: "path", paths: 20_000 },
  { side: "lp", what: "path, optimal arbitrage and liquidity position", paths: 20_000 },
  { side: "busy", what: "the same with a trade in every block", paths: 10_000 },
  { side: "all", what: "path, optimal arbitrage and all books", paths: 2_000 },
].map((each) => ({ ...each, steps: 288, jobs: 1 }));

/** Four points of each, with all books, that take as long as each other. */
const PATHS = [500, 2_000, 8_000, 32_000].map((paths) => ({ side: "all", steps: 72, paths, jobs: 32_000 / paths }));
const LENGTHS = [72, 288, 1_152, 4_608].map((steps) => ({ side: "all", steps, paths: 500, jobs: 4_608 / steps }));
/** How much more a step may cost at the largest point than at the first. */
const LINEAR = 1.2;

const count = Number(process.env["BENCH_ROUNDS"] ?? "3");
const core = pinnedCore();

/** Nanoseconds a step, in a process of its own. */
function measure({ side, steps, paths, jobs }: Point, times: number): number {
  const node = [execPath, SIDE, side, ...[steps, paths, jobs, times].map(String)];
  const [command = "", ...args] = core === null ? node : ["taskset", "-c", String(core), ...node];
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the side ${side} failed:\n${stderr}`);
  return Number(stdout);
}

/** Measures one after the other, so often, and has the least of each: what else the machine does only adds. */
function inTurn(points: readonly Point[], turns: number, times: number): readonly number[] {
  const found = Array.from({ length: turns }, () => points.map((point) => measure(point, times)));
  return points.map((_, i) => Math.min(...found.map((turn) => turn[i]!)));
}

/** Medians of nanoseconds over the rounds. */
function middle(rounds: readonly (readonly number[])[], i: number): number {
  return median(rounds.map((round) => round[i]!));
}

const sides = Array.from({ length: count }, () => inTurn(SIDES, 3, 8));
const paths = Array.from({ length: count }, () => inTurn(PATHS, 2, 1));
const lengths = Array.from({ length: count }, () => inTurn(LENGTHS, 2, 1));

console.log(
  `${core === null ? "NOT PINNED: there is no taskset here" : `Pinned to core ${core}`}, processor time, median of ${count} rounds.`,
);
for (const [i, { side, what }] of SIDES.entries()) {
  const ns = middle(sides, i);
  console.log(
    `${side.padEnd(8)}${ns.toFixed(1).padStart(7)} ns a step, ${(1e3 / ns).toFixed(1).padStart(5)} million steps a second: ${what}`,
  );
}
for (const [points, found] of [
  [PATHS, paths],
  [LENGTHS, lengths],
] as const) {
  for (const [i, point] of points.entries()) {
    const size = `${point.paths.toLocaleString("en").padStart(7)} paths of ${point.steps.toLocaleString("en").padStart(5)} steps`;
    console.log(`${size}: ${middle(found, i).toFixed(1)} ns a step, ${(middle(found, i) / middle(found, 0)).toFixed(2)} of the first`);
  }
}

function over(name: string, what: string, limit: Limit | null, found: typeof sides, last: number): Row {
  return row(
    name,
    what,
    limit,
    found.map((round) => round[last]! / round[0]!),
  );
}

report("kernel", { pinned: core !== null, rounds: count, size: { steps: 288 } }, [
  over("path/normals", "a price of the path over its normal number", null, sides, 1),
  over("lp/normals", "path, optimal arbitrage and the liquidity position's accounts over the normal number", { atMost: 3 }, sides, 2),
  over("busy/normals", "the same with a trade in every block", null, sides, 3),
  over("all/normals", "the same with all books", null, sides, 4),
  over("paths", "a step of 32,000 paths over one of 500, all books", { atMost: LINEAR }, paths, 3),
  over("steps", "a step of paths of 4,608 steps over one of 72, all books", { atMost: LINEAR }, lengths, 3),
]);
