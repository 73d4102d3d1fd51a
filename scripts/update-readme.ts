/** Puts real output into the README, between its markers: `npm run readme`, after a change that moves results. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { runCrash } from "../src/crash.ts";
import { renderStatement } from "../src/report/terminal.ts";
import { listScenarios } from "../src/scenarios/find-scenario.ts";

const readme = new URL("../README.md", import.meta.url);
const hardhat = new URL("../node_modules/hardhat/dist/src/cli.js", import.meta.url);

const fenced = (text: string): string => `\`\`\`text\n${text.trim()}\n\`\`\``;
const script = execFileSync(process.execPath, [hardhat.pathname, "run", "scripts/arbitrage.ts"], { encoding: "utf8" });
const blocks: Readonly<Record<string, string>> = {
  statement: fenced(renderStatement(await runCrash(), { width: 100, color: false })),
  scenarios: ["| scenario | what happened |", "|---|---|", ...listScenarios().map(({ name, what }) => `| \`${name}\` | ${what} |`)].join(
    "\n",
  ),
  arbitrage: fenced(script),
};

let text = readFileSync(readme, "utf8");
for (const [name, block] of Object.entries(blocks)) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the README has no place for ${name}`);
  text = `${text.slice(0, start)}${open}\n${block}\n${text.slice(end)}`;
}
writeFileSync(readme, text);
