import type { Measurement } from "./measurement.ts";
import type { Round, Weights } from "./rounds.ts";
import { type Limit, type Row, row } from "./row.ts";
import type { Spent } from "./stopwatch.ts";

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
    timed(
      "engine/bare",
      "venue, first block to last, over the bare loop of the same requests",
      { atMost: 1.5 },
      rounds,
      ({ engine, bare }) => ratio(engine.chain, bare.chain),
    ),
    timed(
      "rest/chain",
      "everything else in `hardhat crash`, from process start, over its chain requests",
      { atMost: 1 },
      rounds,
      ({ command }) => ratio(outside(command, "process"), command.chain),
    ),
    timed("loop/venue", "the engine's own work in its loop, over its venue", null, rounds, ({ engine }) =>
      ratio(outside(engine, "loop"), engine.chain),
    ),
    timed("engine/bones", "venue, over a loop that reads no balances and no reasons of reverts", null, rounds, ({ engine, bones }) =>
      ratio(engine.chain, bones.chain),
    ),
  ];
  if (anvil.length === 0) return rows;
  return [...rows, row("engine/anvil", "venue, over the same requests to anvil over HTTP", { atMost: 1 }, anvil)];
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
    row("heap", "bytes of JavaScript heap a block beyond the bare loop's: the result's own columns", { atMost: allowed }, heap),
    row("native", "growth of native memory, over the bare loop's", { atMost: 1 + NATIVE_NOISE }, native),
  ];
}

function timed(name: string, what: string, limit: Limit | null, rounds: readonly Round[], of: (round: Round) => Spent): Row {
  const ratios = rounds.map(of);
  return row(
    name,
    what,
    limit,
    ratios.map(({ wall }) => wall),
    ratios.map(({ cpu }) => cpu),
  );
}

function ratio(a: Spent, b: Spent): Spent {
  return { wall: a.wall / b.wall, cpu: a.cpu / b.cpu };
}
