import type { SweptBook, CrashResult } from "../../core/result.ts";
import { bookTitle } from "./book-title.ts";
import type { Chart, ChartLine } from "../charts/chart.ts";
import { first, last } from "../charts/column-facts.ts";
import { signedPercent } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import { unitText } from "../unit-text.ts";

/** What the books are worth, with and without the direction of the price, and how they bend. */
export function bookCharts(result: CrashResult): Chart[] {
  const { series } = result;
  const { time } = series;
  const values: Readonly<Record<SweptBook, readonly number[]>> = {
    hold: series.hold,
    lp: series.lp,
    "hedged-lp": series.hedgedLp,
    "option-twin": series.optionTwin,
    "short-straddle": series.shortStraddle,
  };
  const title = (name: SweptBook): string => bookTitle(result, name);
  const capital = (name: SweptBook): number => result.statement.find((book) => book.book === name)?.startCapital ?? first(values[name]);
  const line = (name: SweptBook, column: readonly number[]): ChartLine => ({
    label: title(name),
    unit: "money",
    tone: bookTone[name],
    values: column,
  });
  const all = Object.keys(values) as SweptBook[];
  const change = (name: SweptBook): string => `${title(name)} ${signedPercent(last(values[name]) / capital(name) - 1, 1)}`;
  const lpLessHold = series.lp.map((value, row) => value - (series.hold[row] ?? Number.NaN));
  const hedged = (["hedged-lp", "option-twin", "short-straddle"] as const).map((name) =>
    line(
      name,
      values[name].map((value) => value - capital(name)),
    ),
  );
  const gains = hedged.map((each) => `${each.label} ${unitText(last(each.values), "money")}`).join(", ");
  const share = last(series.dollarGammaStraddle) / first(series.dollarGammaStraddle);
  const gammaShare = Number.isFinite(share) ? ` The straddle ends with ${unitText(share, "percent")} of the gamma it began with.` : "";
  return [
    {
      id: "books",
      heading: "Value of the books",
      sentence: `All start with the same capital. At the end: ${all.map(change).join(", ")}.`,
      width: "full",
      scale: "linear",
      time,
      lines: all.map((name) => line(name, values[name])),
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
        `${unitText(first(series.dollarGammaLp), "money")} to ${unitText(last(series.dollarGammaLp), "money")}.${gammaShare}`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        line("lp", series.dollarGammaLp),
        line("option-twin", series.dollarGammaTwin),
        line("short-straddle", series.dollarGammaStraddle),
      ],
    },
  ];
}
