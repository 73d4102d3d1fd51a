import type { ParticipantRow } from "../../core/mev-result.ts";
import type { MevTable } from "./mev-table.ts";

/** Who gained what over the run, in the smallest unit of each asset, with the sums. */
export function exactTable(participants: readonly ParticipantRow[]): MevTable {
  const text = (amount: bigint): string => (amount > 0n ? `+${amount}` : String(amount).replace("-", "−"));
  const sums = (["base", "quote", "gas"] as const).map((asset) => participants.reduce((sum, row) => sum + BigInt(row[asset]), 0n));
  return {
    caption: "Who gained what, in smallest units",
    head: ["participant", "base, wei", "quote, millionths", "ETH for gas, wei"],
    labels: 1,
    rows: [
      ...participants.map(({ participant, base, quote, gas }) => [
        participant,
        ...[base, quote, gas].map((amount) => text(BigInt(amount))),
      ]),
      ["together", ...sums.map(text)],
    ],
    hasSum: true,
  };
}
