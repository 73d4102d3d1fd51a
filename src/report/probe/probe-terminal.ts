import type { ProbeResult } from "../../core/probe-result.ts";
import { cleanText } from "../clean-text.ts";
import { columnTable } from "../column-table.ts";
import type { StatementOptions } from "../terminal.ts";
import { textStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { measuredText } from "./measured-text.ts";
import { probeGroups } from "./probe-groups.ts";
import { probeLead } from "./probe-lead.ts";
import { probeNotes } from "./probe-notes.ts";
import { probeSize } from "./probe-size.ts";
import { scoreText } from "./score-text.ts";

const NARROWEST = 40;
const WIDEST = 200;
/** A pool's name is broken into lines of so many characters. */
const COLUMN = 20;

/** What a person reads on the terminal when a pool was probed: the score card, what stands out, and the readings, pool beside pool. Ends with a newline. */
export function renderProbe({ pools, seed }: ProbeResult, options: StatementOptions = {}): string {
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
  const names = pools.map(({ name }) => wrapText(cleanText(name), COLUMN));
  say(pools.map(({ name }) => name).join(" beside "), style.bold);
  say(`${probeSize({ pools, seed })}.`, style.dim);

  head("Score card, 0 to 100");
  const scores = pools[0]?.scores ?? [];
  const columns = pools.flatMap(({ scores: own }, i) => [
    { head: names[i] ?? [], cells: own.map(scoreText) },
    { head: ["measured"], cells: own.map(measuredText) },
  ]);
  lines.push(...columnTable({ labels: [{ head: [""], cells: scores.map(({ title }) => title) }], columns }, width, style));
  say(probeLead(pools));

  for (const pool of pools) {
    if (pool.findings.length > 0) head(`What stands out: ${pool.name}`);
    pool.findings.forEach((finding, i) => say(`${i + 1}. ${finding}`, style.warn, 3));
  }
  for (const { title, rows } of probeGroups(pools)) {
    head(title);
    const cells = pools.map((_, i) => ({ head: names[i] ?? [], cells: rows.map((row) => row.cells[i] ?? "") }));
    lines.push(...columnTable({ labels: [{ head: [""], cells: rows.map(({ label }) => label) }], columns: cells }, width, style));
  }
  for (const pool of pools) {
    const notes = probeNotes(pool);
    if (notes.length > 0) head(`Not measured: ${pool.name}`);
    for (const note of notes) say(note, style.dim);
  }
  head("How each score follows");
  for (const { title, formula, what } of scores) say(`${title}: ${formula}, ${what}.`, style.dim, 2);
  return `${lines.join("\n")}\n`;
}
