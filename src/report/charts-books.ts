import type { CrashResult } from "../core/result.ts";
import type { Chart } from "./chart.ts";
import { first, last } from "./column-facts.ts";
import { unitText } from "./unit-text.ts";
import { signedPercent } from "./number-format.ts";
import { minus } from "./unit-text.ts";

/** What the books are worth, with and without the direction of the price, and how they bend. */
export function bookCharts(result: CrashResult): Chart[] {
  const { series } = result;
  const { time } = series;
  const change = (column: readonly number[]): string => minus(signedPercent(last(column) / first(column) - 1, 1));
  const gain = (column: readonly number[]): number[] => column.map((value) => value - first(column));
  const lpLessHold = series.lp.map((value, row) => value - (series.hold[row] ?? Number.NaN));
  const hedged = gain(series.hedgedLp);
  const twin = gain(series.optionTwin);
  const straddle = gain(series.shortStraddle);
  const share = last(series.dollarGammaStraddle) / first(series.dollarGammaStraddle);
  const gammaShare = Number.isFinite(share) ? ` The straddle ends with ${unitText(share, "percent")} of the gamma it began with.` : "";
  return [
    {
      id: "books",
      heading: "Value of the books",
      sentence:
        `All start with the same capital. At the end hold has changed by ${change(series.hold)}, the liquidity position by ${change(series.lp)}, ` +
        `with its hedge by ${change(series.hedgedLp)}, the option twin by ${change(series.optionTwin)}, the short straddle by ${change(series.shortStraddle)}.`,
      width: "full",
      scale: "linear",
      time,
      lines: [
        { label: "hold", unit: "money", tone: "hold", values: series.hold },
        { label: "liquidity", unit: "money", tone: "lp", values: series.lp },
        { label: "hedged liquidity", unit: "money", tone: "hedged", values: series.hedgedLp },
        { label: "option twin", unit: "money", tone: "twin", values: series.optionTwin },
        { label: "short straddle", unit: "money", tone: "straddle", values: series.shortStraddle },
      ],
    },
    {
      id: "hedged-books",
      heading: "What is left once the direction is hedged",
      sentence:
        `Gain since the start, in quote: hedged liquidity ${unitText(last(hedged), "money")}, option twin ${unitText(last(twin), "money")}, short straddle ` +
        `${unitText(last(straddle), "money")}; the liquidity position without a hedge stands ${unitText(last(lpLessHold), "money")} from hold.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "hedged liquidity", unit: "money", tone: "hedged", values: hedged },
        { label: "option twin", unit: "money", tone: "twin", values: twin },
        { label: "short straddle", unit: "money", tone: "straddle", values: straddle },
        { label: "liquidity less hold", unit: "money", tone: "lp", values: lpLessHold, dashed: true },
      ],
    },
    {
      id: "gammas",
      heading: "Dollar gammas",
      sentence:
        `Price squared times gamma: below zero, every move costs, whichever way. The liquidity position goes from ` +
        `${unitText(first(series.dollarGammaLp), "money")} to ${unitText(last(series.dollarGammaLp), "money")}.${gammaShare}`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "liquidity", unit: "money", tone: "lp", values: series.dollarGammaLp },
        { label: "option twin", unit: "money", tone: "twin", values: series.dollarGammaTwin, dashed: true },
        { label: "short straddle", unit: "money", tone: "straddle", values: series.dollarGammaStraddle },
      ],
    },
  ];
}
