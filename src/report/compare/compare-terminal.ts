import type { Comparison, ComparisonFinding } from "../../core/comparison.ts";
import { cleanText } from "../clean-text.ts";
import { columnTable } from "../column-table.ts";
import type { TextColumn } from "../column-table.ts";
import { findingInterval } from "../finding-interval.ts";
import { identityLine } from "../identity-line.ts";
import type { StatementOptions } from "../terminal.ts";
import { textStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { compareSize } from "./compare-size.ts";
import { comparedStatement } from "./compared-statement.ts";
import { flowHeads, flowRows } from "./flow-table.ts";
import type { EstimateRow } from "./flow-table.ts";
import { QUESTION } from "./question.ts";
import { systemHeads, systemRows } from "./systems-table.ts";

const NARROWEST = 40;
const WIDEST = 200;
/** A column of numbers is hardly wider; its head is broken between words. */
const COLUMN = 12;

/** What a person reads on the terminal when a comparison is done: both statements, flows, systems, the sentences, and the answer. Ends with a newline. */
export function renderComparison(comparison: Comparison, options: StatementOptions = {}): string {
  const { scenarios, findings, answer } = comparison;
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width ?? 100)));
  const style = textStyle(options.color ?? false);
  const lines: string[] = [];
  const say = (sentence: string, look = (text: string): string => text, hang = 0): void => {
    lines.push(...wrapText(cleanText(sentence), width, hang).map(look));
  };
  const head = (title: string): void => {
    lines.push("");
    say(title, style.bold);
  };
  const table = (labels: TextColumn, columns: readonly TextColumn[], rulesBefore: readonly number[] = []): void => {
    lines.push(...columnTable({ labels: [labels], columns, rulesBefore }, width, style));
  };
  say(scenarios.map(({ title }) => title).join(" beside "), style.bold);
  say(`${compareSize(comparison)}.`, style.dim);

  for (const scenario of scenarios) {
    const { columns, rows } = comparedStatement([scenario]);
    head(`${scenario.short}, in parts of a hundred of each book's start capital`);
    table(
      { head: [""], cells: rows.map(({ label }) => label) },
      columns.map(({ book }, column) => ({
        head: wrapText(cleanText(book.title), COLUMN),
        cells: rows.map(({ cells }) => cells[column] ?? ""),
      })),
      [rows.findIndex(({ kind }) => kind === "total")],
    );
  }
  const estimates = (title: string, heads: readonly string[], rows: readonly EstimateRow[]): void => {
    for (const [index, { short }] of scenarios.entries()) {
      const own = rows.map(({ title: name, cells }) => ({ name, cells: cells.slice(index * heads.length, (index + 1) * heads.length) }));
      head(`${title}: ${short}`);
      table(
        { head: [""], cells: own.map(({ name }) => name) },
        heads.map((text, column) => ({
          head: wrapText(text, COLUMN),
          cells: own.map(({ cells }) => {
            const { value = "–", interval = "" } = cells[column] ?? {};
            return interval === "" ? value : `${value} (${interval})`;
          }),
        })),
      );
    }
  };
  estimates("Direction of the flow, means and 95 % intervals", flowHeads, flowRows(scenarios));
  estimates("A fall of this size in a market that answers", systemHeads, systemRows(scenarios));

  const list = (title: string, some: readonly ComparisonFinding[]): void => {
    if (some.length === 0) return;
    head(title);
    some.forEach((finding, index) => {
      const number = `${index + 1}. `;
      const standing = finding.standing === null ? "" : `${finding.standing.toUpperCase()}: “${finding.subject}”. `;
      say(number + standing + finding.sentence, undefined, number.length);
      const evidence = `[${cleanText(finding.field)} = ${findingInterval(finding)}]`;
      lines.push(...wrapText(evidence, width - number.length).map((text) => " ".repeat(number.length) + style.dim(text)));
    });
  };
  const about = (topic: ComparisonFinding["topic"]): readonly ComparisonFinding[] => findings.filter((each) => each.topic === topic);
  list("The loss", about("loss"));
  list("The flow", about("flow"));
  list("What turns the pool", about("loop"));
  list("What is popularly said", about("claim"));

  head("Do the books balance?");
  for (const { short, identities } of scenarios) {
    const held = identities.every(({ largestGap, tolerance }) => largestGap <= tolerance);
    say(`${short}: ${identityLine({ identities })}`, held ? undefined : style.warn);
  }
  for (const { short, thoughtExperiment } of scenarios)
    if (thoughtExperiment !== null) say(`Thought experiment, ${short}: ${thoughtExperiment}`, style.warn);
  head(QUESTION);
  for (const sentence of answer) say(sentence);
  return `${lines.join("\n")}\n`;
}
