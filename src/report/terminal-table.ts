import type { BookStatement } from "../core/result.ts";
import { cleanText } from "./clean-text.ts";
import type { StatementRow } from "./statement-rows.ts";
import type { TextStyle } from "./text-style.ts";
import { wrapText } from "./wrap-text.ts";

const LABEL_WIDTH = 12;
const GAP = 2;
const WIDEST_COLUMN = 16;

/** The statement side by side, at most `width` columns wide; books that do not fit follow in a second table below. */
export function terminalTable(books: readonly BookStatement[], rows: readonly StatementRow[], width: number, style: TextStyle): string[] {
  const needed = Math.max(10, ...rows.flatMap((row) => row.cells.map((cell) => cell.length)));
  const fitting = Math.max(1, Math.floor((width - LABEL_WIDTH) / (needed + GAP)));
  const lines: string[] = [];
  for (let from = 0; from < books.length; from += fitting) {
    const to = Math.min(books.length, from + fitting);
    const column = Math.min(WIDEST_COLUMN, Math.max(needed, Math.floor((width - LABEL_WIDTH) / (to - from)) - GAP));
    if (from > 0) lines.push("");
    lines.push(...part(books.slice(from, to), rows, from, column, style));
  }
  return lines;
}

function part(books: readonly BookStatement[], rows: readonly StatementRow[], from: number, column: number, style: TextStyle): string[] {
  const heads = books.map((book) => wrapText(cleanText(book.title), column).slice(0, 3));
  const height = Math.max(...heads.map((head) => head.length));
  const lines: string[] = [];
  for (let i = 0; i < height; i += 1) {
    // Heads stand on the rule below them.
    const cells = heads.map((head) => head[i - height + head.length] ?? "");
    lines.push(style.bold(row("", cells, column)));
  }
  const rule = style.dim("─".repeat(LABEL_WIDTH + books.length * (column + GAP)));
  lines.push(rule);
  for (const each of rows) {
    if (each.kind === "total") lines.push(rule);
    const text = row(each.label, each.cells.slice(from, from + books.length), column);
    lines.push(each.kind === "total" ? style.bold(text) : each.kind === "capital" ? style.dim(text) : text);
  }
  return lines;
}

function row(label: string, cells: readonly string[], column: number): string {
  const right = cells.map((cell) => " ".repeat(GAP + Math.max(0, column - [...cell].length)) + cell);
  return (label.padEnd(LABEL_WIDTH) + right.join("")).trimEnd();
}
