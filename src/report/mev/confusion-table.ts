import type { ConfusionMatrix } from "../../core/mev-result.ts";
import { countCell } from "./count-cell.ts";
import { kindTitle } from "./kind-title.ts";
import type { MevTable } from "./mev-table.ts";

const effects = ["arbitrage", "sandwich", "back-run", "liquidation", "none"] as const;

/** Transactions by what their senders call themselves, a row each, and by what they did. */
export function confusionTable({ rows }: ConfusionMatrix): MevTable {
  return {
    caption: "What senders call themselves, and what they did",
    head: ["calls itself", ...effects.map(kindTitle)],
    labels: 1,
    rows: rows.map((row) => [row.sender, ...effects.map((effect) => countCell(row[effect]))]),
  };
}
