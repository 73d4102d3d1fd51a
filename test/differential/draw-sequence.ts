import fc from "fast-check";
import type { Observation, Operation, Sequence } from "../../src/venues/operation.ts";
import { TwinRun } from "../../src/venues/twin/run-sequence.ts";
import { type Intent, intent } from "./intent.ts";
import { operationsOf } from "./operations-of.ts";

const LONGEST = 120;
const LARGEST_WORD = 2n ** 256n - 1n;
const MARCH_2020 = 1_583_971_200;
const WRAP = 2 ** 32;
const MOST = 2n ** 112n - 1n;

/** A sequence before its amounts are known. */
interface Drawn {
  readonly start: number;
  /** The first deposit, from nothing to all that the pair can hold. */
  readonly first: readonly [base: bigint, quote: bigint];
  readonly intents: readonly Intent[];
}

/** Sequences of 1 to 120 wishes, in 2020 or about the second at which 32 bits of time run out. */
export const drawnSequences: fc.Arbitrary<Drawn> = fc.record({
  start: fc.oneof(fc.constant(MARCH_2020), fc.integer({ min: WRAP - 300, max: WRAP + 1 })),
  first: fc.constantFrom<Drawn["first"]>(
    [10n ** 21n, 2n * 10n ** 11n],
    [1_001n, 1_001n],
    [1n, 1_002_002n],
    [MOST, MOST],
    [MOST, 1n],
    [2n ** 111n, 2n ** 70n],
    [0n, 0n],
  ),
  intents: fc.noBias(fc.array(intent, { minLength: 0, maxLength: LONGEST, size: "max" })),
});

/** What a drawn sequence comes to, each operation chosen by what the twin has become, and what the twin makes of it. */
export function carryOut({ start, first: [base, quote], intents }: Drawn): {
  readonly sequence: Sequence;
  readonly twin: readonly Observation[];
} {
  const run = new TwinRun(start);
  const operations: Operation[] = [];
  const twin: Observation[] = [];
  const take = (operation: Operation): void => {
    operations.push(operation);
    const seen = run.step(operation);
    if (seen !== null) twin.push(seen);
  };
  take({ op: "add-liquidity", base, quote, minBase: 0n, minQuote: 0n, late: false });
  for (const wish of intents) for (const operation of operationsOf(wish, run)) take(withinWords(operation));
  return { sequence: { start, operations }, twin };
}

/** No amount is larger than a call can carry. */
function withinWords(operation: Operation): Operation {
  const cut = (value: unknown): unknown => (typeof value === "bigint" && value > LARGEST_WORD ? LARGEST_WORD : value);
  return Object.fromEntries(Object.entries(operation).map(([name, value]) => [name, cut(value)])) as Operation;
}
