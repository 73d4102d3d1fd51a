import type { TradersReport } from "../../core/mev-result.ts";
import { signedPercent } from "../number-format.ts";
import { countCell } from "./count-cell.ts";
import type { MevTable } from "./mev-table.ts";
import { moneyCells } from "./money-cells.ts";

/** How those fared who trade for reasons of their own, a row a sender. */
export function tradersTable(traders: readonly TradersReport[]): MevTable {
  const money = moneyCells(traders.flatMap(({ volume, sandwichLoss }) => [volume, sandwichLoss]));
  return {
    caption: "Traders: executed against quote",
    head: ["sender", "executed", "reverted", "volume", "against quote", "sandwiched", "loss by it"],
    labels: 1,
    rows: traders.map((row) => [
      row.sender,
      countCell(row.trades),
      countCell(row.reverted),
      money.plain(row.volume),
      row.trades === 0 ? "–" : signedPercent(-row.shortfall, 3),
      countCell(row.sandwiched),
      money.plain(row.sandwichLoss),
    ]),
  };
}
