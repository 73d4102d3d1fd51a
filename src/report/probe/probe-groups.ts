import type { ProbedPool, ProbeReadings } from "../../core/probe-result.ts";
import { decimal, percent, significant, signedPercent } from "../number-format.ts";

/** Readings of a kind, pool beside pool. */
export interface ProbeGroup {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

const NONE = "–";
const COSTS = [0.001, 0.01, 0.1, 0.5] as const;
const MOVES = [-0.2, -0.05, -0.01, 0.01, 0.05, 0.2] as const;

/** All readings as texts, in groups. */
export function probeGroups(pools: readonly ProbedPool[]): readonly ProbeGroup[] {
  const row = (label: string, cell: (readings: ProbeReadings) => string | undefined): ProbeGroup["rows"][number] => ({
    label,
    cells: pools.map(({ readings }) => cell(readings) ?? NONE),
  });
  const share = (value: number | null | undefined, digits = 3): string | undefined =>
    value === null || value === undefined ? undefined : percent(value, digits);
  const signed = (value: number | undefined): string | undefined => (value === undefined ? undefined : signedPercent(value, 3));
  const yes = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : value ? "yes" : "no");
  return [
    {
      title: "What a trade costs, fee and impact together",
      rows: (["sell", "buy"] as const).flatMap((side) =>
        COSTS.map((size) =>
          row(`${side === "sell" ? "selling" : "buying with"} ${percent(size, size < 0.01 ? 1 : 0)} of the reserve`, ({ slippage }) =>
            share(slippage.value?.find((point) => point.side === side && point.share === size)?.cost),
          ),
        ),
      ),
    },
    {
      title: "Depth",
      rows: [
        row("paid out while the price falls by 2 %, of the quote reserve", ({ depth }) => share(depth.value?.down)),
        row("taken in while it rises by 2 %", ({ depth }) => share(depth.value?.up)),
        row("largest sale that costs 1 %, of the base reserve", ({ largestTrade }) => share(largestTrade.value?.sell)),
        row("largest purchase that costs 1 %, of the quote reserve", ({ largestTrade }) => share(largestTrade.value?.buy)),
      ],
    },
    {
      title: "Moving the price and going back, of the pool's value",
      rows: MOVES.flatMap((move) => {
        const of = ({ push }: ProbeReadings) => push.value?.find((each) => each.move === move);
        return [
          row(`capital for ${signedPercent(move, 0)}`, (readings) => share(of(readings)?.capital)),
          row(`cost of ${signedPercent(move, 0)} and back`, (readings) => share(of(readings)?.cost, 4)),
        ];
      }),
    },
    {
      title: "Sandwiches around one who sells and accepts 0.5 % less, before gas",
      rows: [
        row("smallest victim that pays, of the reserve", ({ sandwich: { value } }) =>
          value === null ? undefined : value.breakEven === null ? `none up to ${percent(value.largest, 0)}` : percent(value.breakEven, 4),
        ),
        ...[0.01, 0.05].flatMap((size) => {
          const of = ({ sandwich }: ProbeReadings) => sandwich.value?.victims.find((each) => each.share === size);
          return [
            row(`taken from a victim of ${percent(size, 0)}, of what it pays in`, (readings) => share(of(readings)?.taken)),
            row(`lost by a victim of ${percent(size, 0)}, of what it would get`, (readings) => share(of(readings)?.lost)),
          ];
        }),
      ],
    },
    {
      title: "Average price of half an hour, lifted by 20 % at its end",
      rows: [
        row("within one block", ({ oracle }) => signed(oracle.value?.inBlock)),
        ...[1, 5, 30].map((blocks) =>
          row(`for ${blocks} ${blocks === 1 ? "block" : "blocks"}`, ({ oracle }) =>
            signed(oracle.value?.held.find((each) => each.blocks === blocks)?.error),
          ),
        ),
      ],
    },
    {
      title: "Dust",
      rows: [
        row("payments tried", ({ rounding }) => (rounding.value === null ? undefined : decimal(rounding.value.tried))),
        row("most that a swap takes, smallest units", ({ rounding }) =>
          rounding.value === null ? undefined : significant(rounding.value.largestLoss),
        ),
        row("the same in quote", ({ rounding }) => (rounding.value === null ? undefined : significant(rounding.value.worth))),
        row("most that there and back brings, smallest units", ({ rounding }) =>
          rounding.value === null ? undefined : significant(rounding.value.roundTrip),
        ),
      ],
    },
    {
      title: "Fee, of what is paid in",
      rows: [
        row("said", ({ fee }) => (fee.value === null ? undefined : (share(fee.value.stated, 4) ?? "nothing"))),
        row("least that is insisted on", ({ fee }) =>
          share(
            fee.value?.charged.reduce((least, each) => Math.min(least, each.fee), Infinity),
            4,
          ),
        ),
        row("quotes kept", ({ fee }) =>
          fee.value === null ? undefined : `${fee.value.quotes - fee.value.broken.length} of ${fee.value.quotes}`,
        ),
      ],
    },
    {
      title: "First deposit",
      rows: [
        row("units of both tokens to be first with", ({ firstDeposit }) =>
          firstDeposit.value === null ? undefined : decimal(firstDeposit.value.first),
        ),
        row("lost by the next depositor at worst", ({ firstDeposit }) => share(firstDeposit.value?.victimLoss)),
        row("left to who was first, of that deposit", ({ firstDeposit: { value } }) =>
          signed(value?.tried.find(({ victimLoss }) => victimLoss === value.victimLoss)?.attackerGain),
        ),
      ],
    },
    {
      title: "Skim and sync by a stranger",
      rows: [
        row("taken beyond the excess, of the pool's value", ({ skim }) => share(skim.value?.taken, 2)),
        row("skim leaves exactly the reserves", ({ skim }) => yes(skim.value?.isExact)),
        row("sync makes what is held the reserves", ({ skim }) => yes(skim.value?.isSynced)),
      ],
    },
    {
      title: "Tokens that misbehave",
      rows: [
        row("operations that end whole and clean", ({ hostile }) =>
          hostile.value === null ? undefined : `${hostile.value.held} of ${hostile.value.cases.length}`,
        ),
      ],
    },
  ];
}
