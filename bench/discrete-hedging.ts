import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { report } from "./report.ts";
import { type Row, row } from "./row.ts";
import { pinnedCore } from "./run-side.ts";
import type { Spent } from "./stopwatch.ts";
import { timedProcess } from "./timed-process.ts";

/*
 * `node bench/discrete-hedging.ts`: QuantLib's Examples/DiscreteHedging, 50,000 paths of a call hedged 21 and 84 times, against the same experiment here. Each
 * side is a process on the same core, in turn and in the opposite order every other round. BENCH_ROUNDS sets how often (5), BENCH_UPDATE=1 writes
 * baseline.json. The program is in Debian's package quantlib-examples; without it the comparison is left out.
 */
const THEIRS = "DiscreteHedging";
const OURS = fileURLToPath(new URL("./discrete-hedging-side.ts", import.meta.url));
const PATHS = 50_000;

/** What is left of the hedges of one call, in units of its price. */
export interface Hedging {
  readonly trades: number;
  readonly mean: number;
  readonly deviation: number;
  /** Derman and Kamal's deviation. */
  readonly formula: number;
  readonly skewness: number;
  readonly excessKurtosis: number;
}

/** What a side says. */
interface Answer {
  /** Of the call. */
  readonly value: number;
  readonly rows: readonly Hedging[];
}

export interface OurHedging extends Answer {
  /** Without the start of the process and the reading of its modules. */
  readonly computation: Spent;
}

/** Reads QuantLib's table: a line for each number of trades, with bars between its columns. */
function readTheirs(text: string): Answer {
  const rows = [...text.matchAll(/^\s*\d+ \|(.*)$/gm)].map(([, line = ""]): Hedging => {
    const [trades = NaN, mean = NaN, deviation = NaN, formula = NaN, skewness = NaN, excessKurtosis = NaN] = line.split("|").map(Number);
    return { trades, mean, deviation, formula, skewness, excessKurtosis };
  });
  return { value: Number(/Option value: (\S+)/.exec(text)?.[1]), rows };
}

function theirsIsHere(): boolean {
  return spawnSync("bash", ["-c", `command -v ${THEIRS}`]).status === 0;
}

/** Prints what the two found, side by side: QuantLib's seed is the clock, so it has a range over the rounds. */
function compare(ours: Answer, theirs: readonly Answer[]): void {
  console.log(`Value of the call: ${ours.value.toFixed(5)} here, ${theirs[0]?.value ?? "not known"} there.`);
  console.table(
    ours.rows.flatMap((own) =>
      (["mean", "deviation", "formula", "skewness", "excessKurtosis"] as const).map((statistic) => {
        const found = theirs.map(({ rows }) => rows.find(({ trades }) => trades === own.trades)?.[statistic] ?? NaN);
        const range = found.length === 0 ? "" : `${Math.min(...found)} to ${Math.max(...found)}`;
        return { trades: own.trades, statistic, here: own[statistic].toFixed(4), "QuantLib, over the rounds": range };
      }),
    ),
  );
}

const count = Number(process.env["BENCH_ROUNDS"] ?? "5");
const core = pinnedCore();
const isHere = theirsIsHere();
const ours: { readonly answer: OurHedging; readonly spent: Spent }[] = [];
const theirs: { readonly answer: Answer; readonly spent: Spent }[] = [];

function runOurs(): void {
  const { stdout, spent } = timedProcess(execPath, [OURS], core);
  ours.push({ answer: JSON.parse(stdout) as OurHedging, spent });
}

function runTheirs(): void {
  const { stdout, spent } = timedProcess(THEIRS, [], core);
  theirs.push({ answer: readTheirs(stdout), spent });
}

console.log(core === null ? "NOT PINNED: there is no taskset here." : `Both sides pinned to core ${core}.`);
for (let round = 0; round < count; round += 1) {
  for (const side of round % 2 === 0 ? [runOurs, runTheirs] : [runTheirs, runOurs]) {
    if (side === runOurs || isHere) side();
  }
  const [own, other] = [ours.at(-1)!, theirs.at(-1)];
  const milliseconds = ({ wall, cpu }: Spent): string => `${Math.round(cpu)} ms of processor, ${Math.round(wall)} on the clock`;
  console.log(
    `Round ${round + 1}: here ${milliseconds(own.spent)} (computation alone ${milliseconds(own.answer.computation)})` +
      (other === undefined ? "" : `; QuantLib ${milliseconds(other.spent)}`),
  );
}
compare(
  ours[0]!.answer,
  theirs.map(({ answer }) => answer),
);

if (!isHere) console.log(`SKIPPED quantlib/ours: there is no ${THEIRS} here, which Debian's package quantlib-examples has.`);
else {
  const ratios = (of: (own: (typeof ours)[number], other: Spent) => number): number[] => theirs.map(({ spent }, i) => of(ours[i]!, spent));
  const rows: Row[] = [
    row(
      "quantlib/ours",
      "processor time of QuantLib's whole process over that of ours",
      { atLeast: 3 },
      ratios((own, other) => other.cpu / own.spent.cpu),
    ),
    row(
      "quantlib/ours, clock",
      "the same on the clock",
      null,
      ratios((own, other) => other.wall / own.spent.wall),
    ),
    row(
      "quantlib/computation",
      "processor time of QuantLib's whole process, whose start is some milliseconds, over our computation alone",
      null,
      ratios((own, other) => other.cpu / own.answer.computation.cpu),
    ),
  ];
  report("discrete-hedging", { pinned: core !== null, rounds: count, size: { paths: PATHS } }, rows);
}
