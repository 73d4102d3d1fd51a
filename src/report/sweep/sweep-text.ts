import type { SweepSummary } from "../../core/sweep-summary.ts";
import { cleanText } from "../clean-text.ts";
import type { StatementOptions } from "../terminal.ts";
import { textStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { sweepFindings } from "./sweep-findings.ts";
import { sweepSize } from "./sweep-size.ts";
import { textOfCell } from "./text-of-cell.ts";
import { textOfCells } from "./text-of-cells.ts";

const NARROWEST = 40;
const WIDEST = 200;

/**
 * What a person reads on the terminal when a sweep is done: what was swept in one line, a table with a column a book or, of several cells, a row a cell,
 * and what was found, with intervals. Ends with a newline.
 */
export function renderSweepText(summary: SweepSummary, options: StatementOptions = {}): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width ?? 100)));
  const style = textStyle(options.color ?? false);
  const { scenario, cells } = summary;
  const [only] = cells;
  const lines = [...wrapText(`${cleanText(scenario.title)}: ${sweepSize(summary)}`, width).map(style.bold), ""];
  if (only !== undefined)
    lines.push(...(cells.length === 1 ? textOfCell(summary, only, width, style) : textOfCells(summary, width, style)));
  lines.push("");
  sweepFindings(summary).forEach(({ sentence, evidence }, index) => {
    const number = `${index + 1}. `;
    const indent = " ".repeat(number.length);
    lines.push(...wrapText(number + cleanText(sentence), width, number.length));
    lines.push(...wrapText(`[${cleanText(evidence)}]`, width - number.length).map((text) => indent + style.dim(text)));
  });
  if (scenario.thoughtExperiment !== null) {
    lines.push("", ...wrapText(`Thought experiment: ${cleanText(scenario.thoughtExperiment)}`, width).map(style.warn));
  }
  return `${lines.join("\n")}\n`;
}
