import type { CrashResult } from "../core/result.ts";
import { cleanText } from "./clean-text.ts";
import { crashLine, crashSize } from "./crash-line.ts";
import { findingInterval } from "./finding-interval.ts";
import { identityLine } from "./identity-line.ts";
import { decimal } from "./number-format.ts";
import { statementRows } from "./statement-rows.ts";
import { terminalTable } from "./terminal-table.ts";
import { textStyle } from "./text-style.ts";
import { readableTime } from "./time-format.ts";
import { wrapText } from "./wrap-text.ts";

export interface StatementOptions {
  /** Columns to fit; 100 when absent, at least 40. */
  readonly width?: number;
  /** Whether ANSI styles may be used; not when absent. */
  readonly color?: boolean;
}

/** What a person reads on the terminal when a run is done: the crash in one line, all books side by side, findings, identities, caveats. Ends with a newline. */
export function renderStatement(result: CrashResult, options: StatementOptions = {}): string {
  const width = Math.max(40, Math.floor(options.width ?? 100));
  const style = textStyle(options.color ?? false);
  const lines: string[] = [];
  lines.push(...wrapText(crashLine(result), width).map(style.bold), "");
  lines.push(...terminalTable(result.statement, statementRows(result.statement), width, style));
  lines.push(...wrapText(capitalNote(result), width).map(style.dim), "");
  result.findings.forEach((finding, index) => {
    const number = `${index + 1}. `;
    lines.push(...wrapText(number + cleanText(finding.sentence), width, number.length));
    const indent = " ".repeat(number.length);
    lines.push(
      ...wrapText(`[${cleanText(finding.field)} = ${findingInterval(finding)}]`, width - number.length).map(
        (text) => indent + style.dim(text),
      ),
    );
  });
  if (result.findings.length > 0) lines.push("");
  const held = result.identities.every((each) => each.largestGap <= each.tolerance);
  lines.push(...wrapText(identityLine(result), width).map(held ? (text) => text : style.warn));
  for (const note of caveats(result)) lines.push(...wrapText(note, width).map(style.warn));
  return `${lines.join("\n")}\n`;
}

function capitalNote(result: CrashResult): string {
  const capital = result.statement[0]?.startCapital ?? 0;
  return `${crashSize(result)}. Each book starts with ${decimal(capital)} of quote; its return is on that and its peak margin.`;
}

function caveats(result: CrashResult): string[] {
  const notes: string[] = [];
  if (result.scenario.thoughtExperiment !== null) notes.push(`Thought experiment: ${cleanText(result.scenario.thoughtExperiment)}`);
  for (const bar of result.scenario.flaggedBars) {
    notes.push(`Flagged bar ${readableTime(bar.time)} UTC: ${cleanText(bar.what)}; ${cleanText(bar.treatment)}`);
  }
  return notes;
}
