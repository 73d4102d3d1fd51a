import { cleanText } from "../clean-text.ts";
import { columnTable } from "../column-table.ts";
import type { TextColumn } from "../column-table.ts";
import type { TextStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import type { MevTable } from "./mev-table.ts";

/** A table on a terminal; columns that hold nothing but `–` are left out. */
export function textOfTable({ head, labels, rows, hasSum }: MevTable, width: number, style: TextStyle): string[] {
  const columns = head.map((name, column) =>
    columnOf(
      name,
      rows.map((row) => row[column] ?? ""),
    ),
  );
  const filled = columns.slice(labels).filter(({ cells }) => cells.some((cell) => cell !== "–"));
  return columnTable(
    { labels: columns.slice(0, labels), columns: filled, rulesBefore: hasSum === true ? [rows.length - 1] : [] },
    width,
    style,
  );
}

/** With a head that is broken between words where its cells are narrower. */
function columnOf(name: string, cells: readonly string[]): TextColumn {
  const words = cleanText(name).split(" ");
  const room = Math.max(1, ...[...words, ...cells.map(cleanText)].map((text) => [...text].length));
  return { head: wrapText(cleanText(name), room), cells };
}
