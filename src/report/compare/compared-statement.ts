import type { ComparedBook, ComparedScenario } from "../../core/comparison.ts";
import { decimal, signed } from "../number-format.ts";
import { statementRows } from "../statement-rows.ts";
import type { StatedBook, StatementRow } from "../statement-rows.ts";

const HUNDRED = 100;

/** A statement of several scenarios: the books of each in turn, in parts of a hundred of their start capital, so that crashes can be compared. */
export interface ComparedStatement {
  readonly columns: readonly { readonly scenario: ComparedScenario; readonly book: ComparedBook }[];
  readonly rows: readonly StatementRow[];
}

/** Lines as a run's statement has them, then what the seeds leave open and what curvature cost. */
export function comparedStatement(scenarios: readonly ComparedScenario[]): ComparedStatement {
  const columns = scenarios.flatMap((scenario) => scenario.books.map((book) => ({ scenario, book })));
  const books = columns.map(({ book }) => book);
  const rows = statementRows(books.map(ofHundred));
  const ranges = books.map(({ result: { interval } }) =>
    interval === null ? "–" : `±${decimal((HUNDRED * (interval[1] - interval[0])) / 2, 2)}`,
  );
  const costs = books.map(({ costPerGamma }) => (costPerGamma === null ? "–" : signed(costPerGamma.value, 4)));
  return {
    columns,
    rows: [
      ...rows,
      {
        kind: "capital",
        label: "at 95 %",
        meaning: "how far the mean of the total may be off, by Student's t over the seeds",
        cells: ranges,
      },
      {
        kind: "capital",
        label: "cost per gamma",
        meaning:
          "bleed, gap and higher order over the sum of |dollar gamma| times squared return; theory says −½ for all who are short gamma and ½ for who is long; an insurer has none of his own",
        cells: costs,
      },
    ],
  };
}

function ofHundred({ startCapital, lines, total, peakMargin, returnOnPeakCapital }: ComparedBook): StatedBook {
  const share = (value: number): number => (HUNDRED * value) / startCapital;
  const scaled = Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, share(value)])) as Record<
    keyof typeof lines,
    number
  >;
  return { startCapital: HUNDRED, lines: scaled, total: share(total), peakMargin: share(peakMargin), returnOnPeakCapital };
}
