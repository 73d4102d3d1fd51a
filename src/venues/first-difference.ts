import { OBSERVED, type Observation, type Operation } from "./operation.ts";

/** Where two runs of one sequence part. */
export interface Difference {
  /** Position in the sequence, from 0. */
  readonly index: number;
  readonly operation: Operation;
  /** What differs, in words. */
  readonly what: string;
  readonly chain: string;
  readonly twin: string;
}

/** The first thing in which the two disagree; null when they agree throughout. Waits are not observed. */
export function firstDifference(
  operations: readonly Operation[],
  chain: readonly Observation[],
  twin: readonly Observation[],
): Difference | null {
  let row = 0;
  for (const [index, operation] of operations.entries()) {
    if (operation.op === "wait") continue;
    const found = differenceOf(chain[row], twin[row]);
    if (found !== null) return { index, operation, ...found };
    row += 1;
  }
  return null;
}

function differenceOf(chain: Observation | undefined, twin: Observation | undefined): Omit<Difference, "index" | "operation"> | null {
  if (chain === undefined || twin === undefined) {
    const said = (each: Observation | undefined): string => (each === undefined ? "nothing" : outcomeOf(each));
    return chain === twin ? null : { what: "outcome", chain: said(chain), twin: said(twin) };
  }
  if (chain.reason !== twin.reason) return { what: "outcome", chain: outcomeOf(chain), twin: outcomeOf(twin) };
  const at = chain.values.findIndex((value, i) => value !== twin.values[i]);
  if (at < 0) return null;
  return { what: OBSERVED[at] ?? `value ${at}`, chain: String(chain.values[at]), twin: String(twin.values[at]) };
}

function outcomeOf({ reason }: Observation): string {
  return reason === null ? "done" : `refused: ${reason === "" ? "without a word" : reason}`;
}
