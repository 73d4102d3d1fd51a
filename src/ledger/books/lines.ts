import type { LineName } from "../../core/line-name.ts";

/** The statement's lines, in the order in which they are read. */
export const LINE_NAMES = [
  "exposure",
  "premium",
  "bleed",
  "gap",
  "flow",
  "vega",
  "wrongVolatility",
  "staleMark",
  "funding",
  "basis",
  "execution",
  "spread",
  "impact",
  "liquidation",
  "shortfall",
  "higherOrder",
  "replication",
  "rounding",
] as const satisfies readonly LineName[];

/** Running sums of the statement's lines, in quote. */
export interface LineSums {
  /** Adds to a line; gains are positive. */
  add(line: LineName, amount: number): void;
  /** The sums so far; absent lines are 0. */
  read(): Readonly<Record<LineName, number>>;
  /** All lines together. */
  total(): number;
}

/** Lines at zero. Sums are compensated (Neumaier 1974, ZAMM 54:39–51), so that their error does not grow with the number of blocks. */
export function lineSums(): LineSums {
  const sums = new Map<LineName, Sum>(LINE_NAMES.map((line) => [line, { sum: 0, lost: 0 }]));
  return {
    add: (line, amount) => accumulate(sums.get(line)!, amount),
    read: () => Object.fromEntries(LINE_NAMES.map((line) => [line, settle(sums.get(line)!)])) as Record<LineName, number>,
    total: () => {
      const total: Sum = { sum: 0, lost: 0 };
      for (const line of sums.values()) {
        accumulate(total, line.sum);
        accumulate(total, line.lost);
      }
      return settle(total);
    },
  };
}

interface Sum {
  sum: number;
  /** What rounding has cut off the sum. */
  lost: number;
}

function accumulate(to: Sum, amount: number): void {
  const next = to.sum + amount;
  to.lost += Math.abs(to.sum) >= Math.abs(amount) ? to.sum - next + amount : amount - next + to.sum;
  to.sum = next;
}

function settle({ sum, lost }: Sum): number {
  return sum + lost;
}
