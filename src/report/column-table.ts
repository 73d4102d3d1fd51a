import { cleanText } from "./clean-text.ts";
import type { TextStyle } from "./text-style.ts";
import { wrapText } from "./wrap-text.ts";

/** A column of a table on a terminal. */
export interface TextColumn {
  /** Line by line; a line that is longer than the column is broken. */
  readonly head: readonly string[];
  /** One a row. */
  readonly cells: readonly string[];
}

interface TextTable {
  /** On the left, and again beside columns that do not fit. */
  readonly labels: readonly TextColumn[];
  readonly columns: readonly TextColumn[];
  /** Rows that stand below a rule. */
  readonly rulesBefore?: readonly number[];
}

const GAP = 2;

interface Placed extends TextColumn {
  readonly width: number;
  readonly side: "left" | "right";
}

/** Columns side by side, at most `width` characters wide: those that do not fit follow in a further table below, and text that is too long for its column is broken. */
export function columnTable({ labels, columns, rulesBefore = [] }: TextTable, width: number, style: TextStyle): string[] {
  const labelRoom = Math.max(1, Math.floor(width / 2 / Math.max(1, labels.length)) - GAP);
  const left = labels.map((label) => placed(label, "left", labelRoom));
  const used = left.reduce((sum, label) => sum + label.width + GAP, 0);
  const right = columns.map((column) => placed(column, "right", width - used));
  const parts: string[][] = [];
  for (let from = 0; from < right.length;) {
    let taken = used;
    const fitting = right.slice(from).findIndex((column, index) => {
      taken += column.width + (index > 0 ? GAP : 0);
      return index > 0 && taken > width;
    });
    const to = fitting < 0 ? right.length : from + fitting;
    parts.push(part([...left, ...right.slice(from, to)], rulesBefore, style));
    from = to;
  }
  return parts.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function placed({ head, cells }: TextColumn, side: Placed["side"], most: number): Placed {
  const clean = { head: head.map(cleanText), cells: cells.map(cleanText) };
  const widest = Math.max(1, ...[...clean.head, ...clean.cells].map((text) => [...text].length));
  return { ...clean, side, width: Math.min(most, widest) };
}

function part(columns: readonly Placed[], rulesBefore: readonly number[], style: TextStyle): string[] {
  const rule = style.dim("─".repeat(columns.reduce((sum, { width }) => sum + width, 0) + GAP * (columns.length - 1)));
  const heads = columns.map(({ head, width }) => head.flatMap((line) => wrapText(line, width)));
  const rows = (columns[0]?.cells ?? []).map((_, index) => {
    const cells = columns.map(({ cells, width }) => wrapText(cells[index] ?? "", width));
    const lines = row(columns, cells, "top");
    return rulesBefore.includes(index) ? [rule, ...lines] : lines;
  });
  return [...row(columns, heads, "bottom").map(style.bold), rule, ...rows.flat()];
}

/** One row as lines; shorter cells stand at its top, shorter heads at its bottom. */
function row(columns: readonly Placed[], cells: readonly (readonly string[])[], stand: "top" | "bottom"): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = columns.map(({ width, side }, column) => {
      const own = cells[column] ?? [];
      const text = own[stand === "top" ? line : line - height + own.length] ?? "";
      const blanks = " ".repeat(Math.max(0, width - [...text].length));
      return side === "left" ? text + blanks : blanks + text;
    });
    return texts.join(" ".repeat(GAP)).trimEnd();
  });
}
