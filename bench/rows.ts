import type { Measurement } from "./measurement.ts";
import type { Round, Weights } from "./rounds.ts";
import { median } from "./statistics.ts";
import type { Spent } from "./stopwatch.ts";

/** A line of the benchmark's table. */
export interface Row {
  /** Name in the baseline. */
  readonly name: string;
  readonly what: string;
  /** Median over the rounds. */
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  /** The same on processor time, where both sides are one process; null elsewhere. */
  readonly cpu: number | null;
  /** Largest value allowed; null where the row only informs. */
  readonly limit: number | null;
}

/**
 * Bytes a block that the run's own result may add to the JavaScript heap: a row of some 34 columns and a third of a row of swaps, at 8 bytes a number
 * and 40 a short text, in arrays that grow by half.
 */
export const RESULT_BYTES_PER_BLOCK = 512;

/** Bytes once, however long the run: the engine's own compiled code. */
const CODE_BYTES = 1_000_000;

/** How far two weighings of the same native memory differ from one process to the next. */
const NATIVE_NOISE = 0.1;

const LONG_RUN = ["rest/chain", "heap", "native"];

/** Ratios of times within each round, against the limits that the project sets itself. */
export function timeRows(rounds: readonly Round[]): readonly Row[] {
  const outside = ({ chain, parts }: Measurement, whole: string): Spent => {
    const { wall, cpu } = parts[whole] ?? { wall: NaN, cpu: NaN };
    return { wall: wall - chain.wall, cpu: cpu - chain.cpu };
  };
  const anvil = rounds.flatMap(({ engine, anvil }) => (typeof anvil === "string" ? [] : [ratio(engine.chain, anvil.chain).wall]));
  const rows = [
    row("engine/bare", "venue, first block to last, over the bare loop of the same requests", 1.5, rounds, ({ engine, bare }) =>
      ratio(engine.chain, bare.chain),
    ),
    row("rest/chain", "everything else in `hardhat crash`, from process start, over its chain requests", 1, rounds, ({ command }) =>
      ratio(outside(command, "process"), command.chain),
    ),
    row("loop/venue", "the engine's own work in its loop, over its venue", null, rounds, ({ engine }) =>
      ratio(outside(engine, "loop"), engine.chain),
    ),
    row("engine/bones", "venue, over a loop that reads no balances and no reasons of reverts", null, rounds, ({ engine, bones }) =>
      ratio(engine.chain, bones.chain),
    ),
  ];
  if (anvil.length === 0) return rows;
  return [...rows, { ...spread("engine/anvil", "venue, over the same requests to anvil over HTTP", 1, anvil), cpu: null }];
}

/** Rows without the limits that only a whole run can keep: a process starts up once, however short the run. */
export function withoutLongRunLimits(rows: readonly Row[]): readonly Row[] {
  return rows.map((each) => (LONG_RUN.includes(each.name) ? { ...each, limit: null } : each));
}

/** Growth of memory, against the chain's own. */
export function memoryRows(weights: readonly Weights[], blocks: number): readonly Row[] {
  const heap = weights.map(({ engine, bare }) => (engine.heap - bare.heap) / blocks);
  const native = weights.map(({ engine, bare }) => engine.native / bare.native);
  const allowed = RESULT_BYTES_PER_BLOCK + CODE_BYTES / blocks;
  return [
    { ...spread("heap", "bytes of JavaScript heap a block beyond the bare loop's: the result's own columns", allowed, heap), cpu: null },
    { ...spread("native", "growth of native memory, over the bare loop's", 1 + NATIVE_NOISE, native), cpu: null },
  ];
}

function row(name: string, what: string, limit: number | null, rounds: readonly Round[], of: (round: Round) => Spent): Row {
  const ratios = rounds.map(of);
  return {
    ...spread(
      name,
      what,
      limit,
      ratios.map(({ wall }) => wall),
    ),
    cpu: median(ratios.map(({ cpu }) => cpu)),
  };
}

function spread(name: string, what: string, limit: number | null, values: readonly number[]): Omit<Row, "cpu"> {
  return { name, what, limit, value: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

function ratio(a: Spent, b: Spent): Spent {
  return { wall: a.wall / b.wall, cpu: a.cpu / b.cpu };
}
