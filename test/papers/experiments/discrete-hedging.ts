import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import { moments } from "../../hedger/moments.ts";
import { batchError } from "./batch-error.ts";
import type { Comparison, Paper } from "./comparison.ts";
import { dermanKamal, HEDGING_PATHS, HEDGING_SEED, replicationErrors } from "./replication-errors.ts";

/** Numbers printed with so many decimals, as ends of what was rounded. */
function printed(from: string, to = from): { readonly printed: string; readonly low: number; readonly high: number } {
  const half = from.split(".")[1]?.length === 3 ? 0.0005 : 0.005;
  const text = from === to ? from : `${from} to ${to}`;
  return { printed: text.replaceAll("-", "−"), low: Number(from) - half, high: Number(to) + half };
}

/** What QuantLib 1.29 printed in seven runs (its seed is the clock), and 4 and 2 million paths of the same algorithm in C++. */
const CASES = [
  {
    trades: 21,
    printed: {
      mean: printed("-0.003", "0.003"),
      deviation: printed("0.42", "0.43"),
      skewness: printed("-0.35", "-0.28"),
      excessKurtosis: printed("1.39", "1.73"),
    },
    long: { deviation: 0.42775, skewness: -0.307, excessKurtosis: 1.517 },
    formula: 0.44317,
  },
  {
    trades: 84,
    printed: {
      mean: printed("0.000"),
      deviation: printed("0.22"),
      skewness: printed("-0.18", "-0.14"),
      excessKurtosis: printed("1.58", "1.73"),
    },
    long: { deviation: 0.21814, skewness: -0.178, excessKurtosis: 1.618 },
    formula: 0.22158,
  },
] as const;

const NAMES = { mean: "mean", deviation: "deviation", skewness: "skewness", excessKurtosis: "excess kurtosis" } as const;

/** QuantLib's Examples/DiscreteHedging. */
export function discreteHedging(): Paper {
  const rows: Comparison[] = [
    {
      quantity: "value of the call",
      reference: 2.51207,
      origin: "printed by QuantLib 1.29",
      ours: blackScholes("call", 100, 0.05).value(100, 1 / 12, 0.2),
      standardError: null,
      digits: 5,
    },
  ];
  for (const { trades, printed: theirs, long, formula } of CASES) {
    const errors = replicationErrors(trades);
    const found = moments(errors);
    for (const which of ["mean", "deviation", "skewness", "excessKurtosis"] as const) {
      const ours = found[which];
      const standardError = batchError(errors, (part) => moments(part)[which]);
      const quantity = `${trades} trades: ${NAMES[which]}`;
      rows.push({ quantity, reference: theirs[which], origin: "printed by QuantLib 1.29 in seven runs", ours, standardError });
      if (which === "mean") rows.push({ quantity, reference: 0, origin: "fair price", ours, standardError });
      else rows.push({ quantity, reference: long[which], origin: "same algorithm in C++, millions of paths", ours, standardError });
    }
    const deviationError = batchError(errors, (part) => moments(part).deviation);
    const derman = dermanKamal(trades);
    rows.push(
      {
        quantity: `${trades} trades: Derman and Kamal's deviation`,
        reference: formula,
        origin: "formula: √(π/4)·vega·σ/√N",
        ours: derman,
        standardError: null,
        digits: 5,
      },
      {
        quantity: `${trades} trades: what it overstates, %`,
        reference: 100 * (formula / long.deviation - 1),
        origin: "the formula over the deviation of the C++ run",
        ours: 100 * (derman / found.deviation - 1),
        standardError: (100 * derman * deviationError) / (found.deviation * found.deviation),
      },
    );
  }
  return {
    title: "Discrete hedging of a sold call",
    source:
      "QuantLib, Examples/DiscreteHedging, after Derman and Kamal 1999, When You Cannot Hedge Continuously: The Corrections to Black-Scholes, Goldman Sachs " +
      "Quantitative Strategies. QuantLib prints two or three digits, and other ones in every run: its seed is the clock.",
    how:
      `A call on 100 at 100 for a month, σ = 20 %, r = 5 %, sold at its value and hedged 21 or 84 times; profit in units of the price. Seed ${HEDGING_SEED}, ` +
      `${HEDGING_PATHS.toLocaleString("en")} paths; the standard errors are from 50 batches.`,
    rows,
  };
}
