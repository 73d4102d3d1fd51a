import { bookColumn } from "../../core/book-column.ts";
import type { BookName, CrashResult } from "../../core/result.ts";
import { bookTitle } from "./book-title.ts";
import type { Chart, ChartLine } from "../charts/chart.ts";
import { first, last } from "../charts/column-facts.ts";
import { signedPercent } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import { unitText } from "../unit-text.ts";

/** Books from which a hedge takes the direction of the price. */
const HEDGED: readonly BookName[] = ["hedged-lp", "option-twin", "short-straddle", "desk"];

/** What the books are worth, with and without the direction of the price, and how they bend. */
export function bookCharts(result: CrashResult): Chart[] {
  const { series, statement } = result;
  const { time } = series;
  const title = (name: BookName): string => bookTitle(result, name);
  const line = (name: BookName, column: readonly number[]): ChartLine => ({
    label: title(name),
    unit: "money",
    tone: bookTone[name],
    values: column,
  });
  const values = statement.flatMap(({ book, startCapital }) => {
    const column = bookColumn(series, book, "value");
    return column === null ? [] : [{ book, column, startCapital }];
  });
  const changes = values.map(({ book, column, startCapital }) => `${title(book)} ${signedPercent(last(column) / startCapital - 1, 1)}`);
  const lpLessHold = series.lp.map((value, row) => value - (series.hold[row] ?? Number.NaN));
  const hedged = values
    .filter(({ book }) => HEDGED.includes(book))
    .map(({ book, column, startCapital }) =>
      line(
        book,
        column.map((value) => value - startCapital),
      ),
    );
  const gains = hedged.map((each) => `${each.label} ${unitText(last(each.values), "money")}`).join(", ");
  const share = last(series.dollarGammaStraddle) / first(series.dollarGammaStraddle);
  const gammaShare = Number.isFinite(share) ? ` The straddle ends with ${unitText(share, "percent")} of the gamma it began with.` : "";
  return [
    {
      id: "books",
      heading: "Value of the books",
      sentence: `All start with the same capital. At the end: ${changes.join(", ")}.`,
      width: "full",
      scale: "linear",
      time,
      lines: values.map(({ book, column }) => line(book, column)),
    },
    {
      id: "hedged-books",
      heading: "What is left once the direction is hedged",
      sentence:
        `Change of value since the start, in quote: ${gains}; the ${title("lp")} without a hedge stands ` +
        `${unitText(last(lpLessHold), "money")} from ${title("hold")}.`,
      width: "half",
      scale: "linear",
      time,
      lines: [...hedged, { label: `${title("lp")} less ${title("hold")}`, unit: "money", tone: "lp", values: lpLessHold }],
    },
    {
      id: "gammas",
      heading: "Dollar gammas",
      sentence:
        `Price squared times gamma: below zero, every move costs, whichever way. The ${title("lp")} goes from ` +
        `${unitText(first(series.dollarGammaLp), "money")} to ${unitText(last(series.dollarGammaLp), "money")}.${gammaShare}${gammasOfChosen(result)}`,
      width: "half",
      scale: "linear",
      time,
      lines: (["lp", "option-twin", "short-straddle", "desk", "insurer"] as const).flatMap((name) => {
        const column = gammaOf(result, name);
        return column === null ? [] : [line(name, column)];
      }),
    },
  ];
}

/** A book's dollar gamma; null where it has none throughout, as constant proportions. */
function gammaOf({ series }: CrashResult, name: BookName): readonly number[] | null {
  const column = bookColumn(series, name, "dollarGamma");
  return column?.some((value) => value !== 0) === true ? column : null;
}

/** How far the gammas of the desk and of the insurer go. */
function gammasOfChosen(result: CrashResult): string {
  const sentences = (["desk", "insurer"] as const).map((name) => {
    const column = gammaOf(result, name);
    if (column === null) return "";
    const ends = `from ${unitText(first(column), "money")} to ${unitText(last(column), "money")}`;
    return name === "insurer"
      ? ` The put that the ${bookTitle(result, name)} sets out to make goes ${ends}: nobody wrote it, and trading has to make it.`
      : ` The ${bookTitle(result, name)} goes ${ends}.`;
  });
  return sentences.join("");
}
