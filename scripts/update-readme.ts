/** Puts real output into the README, between its markers: `npm run readme`, after a change that moves results. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { runCrash } from "../src/crash.ts";
import { renderStatement } from "../src/report/terminal.ts";
import { listScenarios } from "../src/scenarios/find-scenario.ts";

const readme = new URL("../README.md", import.meta.url);
const hardhat = new URL("../node_modules/hardhat/dist/src/cli.js", import.meta.url);

const fenced = (text: string): string => `\`\`\`text\n${text.replace(/^\n+|\s+$/g, "")}\n\`\`\``;
const hardhatRun = (args: readonly string[]): string => execFileSync(process.execPath, [hardhat.pathname, ...args], { encoding: "utf8" });

/** What the README's example sweeps, and what DuckDB is asked of it. */
const SWEEP = ["crash", "sweep", "merton", "pool.fee=0.0005,0.003,0.01", "hedger.interval=1,25", "--paths", "500"];
const QUERY = `SELECT "pool.fee" AS fee, "hedger.interval" AS every,
       round(avg("hedged-lp.total" - "option-twin.total"), 2) AS lp_ahead_by,
       round(100 * avg(("hedged-lp.total" > "option-twin.total")::INT), 1) AS "on % of paths",
       round(quantile_disc("hedged-lp.total", 0.01), 2) AS worst_1_percent
FROM 'results/sweep-merton-1/parts/*.parquet'
GROUP BY ALL ORDER BY ALL;`;

async function askDuckDb(query: string, folder: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(query.replace("results/sweep-merton-1", folder));
  const rows = [reader.columnNames(), ...reader.getRowsJS().map((row) => row.map(String))];
  const widths = reader.columnNames().map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  ")).join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "readme-"));
const sweep = hardhatRun([...SWEEP, "--out", join(folder, "sweep")]).replaceAll(join(folder, "sweep"), "results/sweep-merton-1");
const answer = await askDuckDb(QUERY, join(folder, "sweep"));
rmSync(folder, { recursive: true });
const mev = hardhatRun(["crash", "mev", "--engine", "twin", "--out", join(mkdtempSync(join(tmpdir(), "readme-")), "mev")]);
/** The two tables that come first, and how one sandwich went. */
const mevParts = [mev.slice(0, mev.indexOf("\nSearchers: ")), "…", mev.match(/^\d+\. Sandwich by (?:.*\n)*?(?=\n)/m)?.[0] ?? ""];
const compare = hardhatRun(["crash", "compare", "--out", join(mkdtempSync(join(tmpdir(), "readme-")), "compare")]);
/** From the first of these words to the paragraph's end, or to the other. */
const compared = (from: string, to = "\n\n"): string => {
  const start = compare.indexOf(from);
  return compare.slice(start, compare.indexOf(to, start));
};
/** Both statements, the systems of the one crash, one claim, and the answer. */
const compareParts = [
  compared("Black Thursday, 12 March 2020 beside", "\nA fall of this size").slice(
    0,
    compare.indexOf("\n\n", compare.indexOf("cost per gamma", compare.indexOf("Black Monday, in parts"))),
  ),
  compared("A fall of this size in a market that answers: Black Monday"),
  compared("5. CONTRADICTED: “What arbitrageurs take", "\n6. "),
  compared("How does x·y = k rebalancing", "\nReport: "),
];
const monday = await runCrash({
  scenario: "black-monday-1987",
  engine: "twin",
  set: { "hedger.insurance": "synthetic-put", "market.spreadSurge": 1, "hedger.markAge": 6 },
});
const mondayText = renderStatement(monday, { width: 100, color: false });
const script = hardhatRun(["run", "scripts/arbitrage.ts"]);
const blocks: Readonly<Record<string, string>> = {
  statement: fenced(renderStatement(await runCrash(), { width: 100, color: false })),
  scenarios: ["| scenario | what happened |", "|---|---|", ...listScenarios().map(({ name, what }) => `| \`${name}\` | ${what} |`)].join(
    "\n",
  ),
  compare: fenced(compareParts.map((part) => part.trim()).join("\n\n…\n\n")),
  hedge: fenced(mondayText.slice(0, mondayText.indexOf("\n1. "))),
  mev: fenced(mevParts.join("\n")),
  arbitrage: fenced(script),
  sweep: fenced(sweep),
  query: `\`\`\`sql\n${QUERY}\n\`\`\`\n\n${fenced(answer)}`,
};

let text = readFileSync(readme, "utf8");
for (const [name, block] of Object.entries(blocks)) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the README has no place for ${name}`);
  text = `${text.slice(0, start)}${open}\n${block}\n${text.slice(end)}`;
}
writeFileSync(readme, text);
