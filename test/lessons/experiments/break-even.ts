import { shown } from "../../shown.ts";
import { differenceOf } from "../../../src/report/sweep/difference-of.ts";
import type { Interval } from "../../../src/core/result.ts";
import type { SweepCell } from "../../../src/core/sweep-summary.ts";
import { runSweep } from "../../../src/sweep.ts";
import { commandOf } from "./command-of.ts";
import type { Lesson } from "./lesson.ts";
import { intervalOf, measure, withInterval } from "./numbers.ts";

const FEES = [0.0005, 0.003, 0.01];
/** Of traders other than the arbitrageur, times the pool's value a day. */
const TURNOVERS = [0, 0.155, 1];
const SOLD = 0.9;
const ASKED = [0.6, 0.9, 1.2];
const REALISED = 0.05 * Math.sqrt(365);
const SWEEP = {
  scenario: "gbm",
  engine: "twin",
  paths: 20,
  seed: 601,
  axes: { "pool.fee": FEES, "agents.turnover": TURNOVERS },
  set: {
    "process.days": 0.125,
    "mempool.blockProcess": "fixed",
    "mempool.blockSeconds": 12,
    "hedger.impliedVolatility": SOLD,
    "agents.surge": 0,
    "mempool.gasPrices": "constant",
  },
} as const;

/** At which fee and turnover an LP breaks even with the option twin, at which implied volatility. */
export async function breakEven(): Promise<Lesson> {
  const { cells } = await runSweep(SWEEP);
  const cellAt = (fee: number, turnover: number): SweepCell => cells.find(({ at }) => at[0] === fee && at[1] === turnover)!;
  const table = FEES.map((fee) => ({
    fee,
    volatilities: TURNOVERS.map((turnover) => breakEvenVolatility(cellAt(fee, turnover))),
    turnovers: ASKED.map((sold) =>
      breakEvenTurnover(
        TURNOVERS.map((turnover) => cellAt(fee, turnover)),
        sold,
      ),
    ),
  }));
  const [five, thirty, hundred] = [table[0]!, table[1]!, table[2]!];
  return {
    title: "At which fee and turnover does an LP break even with the option twin, at which implied volatility?",
    answer: [
      `From arbitrage alone, a pool of 30 bp pays its hedged LP what a desk earns that sells at ${withInterval(...thirty.volatilities[0]!, 1, 100)} % a year, a pool of 5 bp ${withInterval(...five.volatilities[0]!, 1, 100)} % and one of 1 % ${withInterval(...hundred.volatilities[0]!, 1, 100)} %, while the price realises ${shown(100 * REALISED, 1)} %: a wide fee keeps arbitrageurs out of most blocks, and with them both the loss and the rebalancing that a desk pays for.`,
      `A desk that sells at 90 % is matched at 5 bp by a turnover of other traders of ${five.turnovers[1]} times the pool's value a day, at 30 bp by ${thirty.turnovers[1]}, at 1 % by ${hundred.turnovers[1]}; one that sells at 120 % by ${five.turnovers[2]}, ${thirty.turnovers[2]} and ${hundred.turnovers[2]}.`,
      `At the turnover of a calm day, 0.155 times a day, the LP of 30 bp breaks even with a desk that sells at ${withInterval(...thirty.volatilities[1]!, 1, 100)} %, and at once a day at ${withInterval(...thirty.volatilities[2]!, 1, 100)} %: more than turnover × fee comes to, since arbitrageurs pay the fee again when they take back what traders moved.`,
    ],
    how: `\`${commandOf(SWEEP)}\`: volatility 5 % a day (${shown(100 * REALISED, 1)} % a year), hedges every 25 blocks at a cost of 10 bp, two arbitrageurs with gas at 20 gwei. The break-even volatility is where theta, which grows with its square, makes up for the mean difference of the two books on the same paths; turnovers are interpolated between those that were run. Intervals are 95 %, over paths.`,
    head: [
      "fee",
      ...TURNOVERS.map((each) => `break-even implied volatility at a turnover of ${each} a day, %`),
      ...ASKED.map((sold) => `break-even turnover a day against ${shown(100 * sold, 0)} %`),
    ],
    rows: table.map(({ fee, volatilities, turnovers }) => [
      `${shown(10_000 * fee, 0)} bp`,
      ...volatilities.map(([value, interval]) => withInterval(value, interval, 1, 100)),
      ...turnovers,
    ]),
  };
}

/** Theta per squared volatility, over a path. */
function thetaOf(cell: SweepCell): number {
  return measure(cell, "option-twin", "premium").mean / (SOLD * SOLD);
}

function breakEvenVolatility(cell: SweepCell): readonly [number, Interval] {
  const gap = differenceOf(cell, "hedged-lp", "option-twin")!;
  const at = (ahead: number): number => Math.sqrt(Math.max(0, SOLD * SOLD + ahead / thetaOf(cell)));
  const [low, high] = intervalOf(gap);
  return [at(gap.mean), [at(low), at(high)]];
}

/** Where the LP draws level with a desk that sells at another volatility, between turnovers that were run. */
function breakEvenTurnover(cells: readonly SweepCell[], sold: number): string {
  const ahead = cells.map((cell) => {
    const gap = differenceOf(cell, "hedged-lp", "option-twin")!;
    const more = thetaOf(cell) * (sold * sold - SOLD * SOLD);
    const [low, high] = intervalOf(gap);
    return { mean: gap.mean - more, low: low - more, high: high - more };
  });
  const crossing = (of: "mean" | "low" | "high"): number | null => {
    for (let i = 1; i < ahead.length; i += 1) {
      const [before, after] = [ahead[i - 1]![of], ahead[i]![of]];
      if (before < 0 && after >= 0) return TURNOVERS[i - 1]! + ((TURNOVERS[i]! - TURNOVERS[i - 1]!) * -before) / (after - before);
    }
    return ahead[0]![of] >= 0 ? 0 : null;
  };
  const [value, least, most] = [crossing("mean"), crossing("high"), crossing("low")];
  if (value === null || least === null || most === null) return `above ${TURNOVERS.at(-1)}`;
  return most === 0 ? "none" : withInterval(value, [least, most], 2);
}
