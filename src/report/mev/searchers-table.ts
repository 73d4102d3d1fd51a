import type { SearcherRow } from "../../core/mev-result.ts";
import { countCell } from "./count-cell.ts";
import type { MevTable } from "./mev-table.ts";
import { moneyCells } from "./money-cells.ts";

/** What became of the attempts of those who extract, a row an account. */
export function searchersTable(searchers: readonly SearcherRow[]): MevTable {
  const money = moneyCells(searchers.flatMap(({ gasWasted, gasPaid, paid, profit }) => [gasWasted, gasPaid, paid, profit]));
  return {
    caption: "Searchers: what became of their attempts",
    head: ["account", "bundles offered", "bundles included", "mined", "reverted", "gas paid", "of it wasted", "paid beside gas", "profit"],
    labels: 1,
    rows: searchers.map((row) => [
      row.account,
      countCell(row.bundlesOffered),
      countCell(row.bundlesIncluded),
      countCell(row.mined),
      countCell(row.reverted),
      money.plain(row.gasPaid),
      money.plain(row.gasWasted),
      money.plain(row.paid),
      money.signed(row.profit),
    ]),
  };
}
