import type { ParticipantRow } from "../../core/mev-result.ts";
import { baseNumber, quoteNumber } from "../../core/units.ts";
import { signed } from "../number-format.ts";
import type { MevTable } from "./mev-table.ts";
import { moneyCells } from "./money-cells.ts";

/** Who gained what over the run: changes in whole tokens, and profits in quote. */
export function participantsTable(participants: readonly ParticipantRow[]): MevTable {
  const rows = participants.map(({ participant, base, quote, gas, profit }) => ({
    participant,
    base: baseNumber(BigInt(base)),
    quote: quoteNumber(BigInt(quote)),
    gas: baseNumber(BigInt(gas)),
    profit,
  }));
  const money = moneyCells(rows.flatMap(({ quote, profit }) => [quote, profit]));
  const tokens = (value: number): string => (value === 0 ? "–" : signed(value, 3));
  return {
    caption: "Who gained what",
    head: ["participant", "base", "quote", "ETH for gas", "profit in quote"],
    labels: 1,
    rows: rows.map(({ participant, base, quote, gas, profit }) => [
      participant,
      tokens(base),
      money.signed(quote),
      tokens(gas),
      money.signed(profit),
    ]),
  };
}
