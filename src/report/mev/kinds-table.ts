import type { KindRow } from "../../core/mev-result.ts";
import { countCell } from "./count-cell.ts";
import { kindTitle } from "./kind-title.ts";
import { kindsSum } from "./kinds-sum.ts";
import type { MevTable } from "./mev-table.ts";
import { moneyCells } from "./money-cells.ts";

/** What was extracted, a row a kind that occurred, and in sum. */
export function kindsTable(kinds: readonly KindRow[]): MevTable {
  const found = kinds.filter(({ count }) => count > 0).map(({ kind, ...row }) => ({ title: kindTitle(kind), ...row }));
  const rows = [...found, { title: "together", ...kindsSum(kinds) }];
  const money = moneyCells(
    rows.flatMap(({ gross, toBuilder, burned, net, victimLoss, poolGain }) => [gross, toBuilder, burned, net, victimLoss, poolGain]),
  );
  return {
    caption: "What was extracted, by kind",
    head: ["kind", "count", "gross", "to builder", "burned", "net", "victims", "their loss", "LPs' gain"],
    labels: 1,
    rows: rows.map((row) => [
      row.title,
      countCell(row.count),
      money.plain(row.gross),
      money.plain(row.toBuilder),
      money.plain(row.burned),
      money.plain(row.net),
      countCell(row.victims),
      money.plain(row.victimLoss),
      money.signed(row.poolGain),
    ]),
    hasSum: true,
  };
}
