/** Makes one page of each kind and an index from small runs that are the same every time: `npm run gallery`, or `npm run gallery -- FOLDER`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runCompare } from "../src/compare.ts";
import { runCrash } from "../src/crash.ts";
import { runMev } from "../src/mev.ts";
import { compareFiles } from "../src/report/compare/compare-files.ts";
import { compareKeys } from "../src/report/compare/compare-keys.ts";
import { renderGalleryPage } from "../src/report/gallery/gallery-page.ts";
import { mevFiles } from "../src/report/mev/mev-files.ts";
import { mevKeys } from "../src/report/mev/mev-keys.ts";
import type { OutputFile } from "../src/report/output-files.ts";
import { resultFiles } from "../src/report/result-files.ts";
import { runKeys } from "../src/report/run/run-keys.ts";
import { sweepKeys } from "../src/report/sweep/sweep-keys.ts";
import { writeResults } from "../src/report/write-results.ts";
import { runSweep } from "../src/sweep.ts";

const folder = process.argv[2] ?? "gallery";
const twin = { engine: "twin", seed: 1 } as const;

const crash = await runCrash({ ...twin, scenario: "black-thursday-2020", set: { "run.blocks": 1_200 } });
await writeResults(join(folder, "run"), resultFiles(crash));

const searched = await runMev({ ...twin, scenario: "may-19-2021", set: { "run.blocks": 300 }, without: "sandwich", seeds: 2 });
const searchedFiles = new Map<OutputFile, string>([...resultFiles(searched.crash), ...mevFiles(searched.mev)]);
searchedFiles.set("crash.html", resultFiles(searched.crash).get("index.html") ?? "");
await writeResults(join(folder, "mev"), searchedFiles);

const pair = await runCompare({ seed: 1, seeds: 3, set: { "run.blocks": 1_200 } });
await writeResults(join(folder, "compare"), compareFiles(pair));

const swept = await runSweep({
  scenario: "merton",
  seed: 1,
  paths: 100,
  axes: { "pool.fee": [0.0005, 0.003, 0.01], "hedger.interval": [1, 25] },
  set: { "process.days": 0.1 },
  out: join(folder, "sweep"),
});

const index = renderGalleryPage([
  {
    id: "run",
    title: "A run",
    sentence:
      "The first hours of Black Thursday: a liquidity position, the same with a hedge, and an options desk live through the same prices, and one statement says what paid for what.",
    href: "run/index.html",
    command: "npx hardhat crash",
    keys: runKeys(crash),
  },
  {
    id: "mev",
    title: "Who takes what from whom",
    sentence:
      "An hour of 19 May 2021 with rival searchers at work: every extraction, transaction by transaction, and the same hour with nobody who sandwiches.",
    href: "mev/index.html",
    command: "npx hardhat crash mev",
    keys: mevKeys(searched.mev),
  },
  {
    id: "compare",
    title: "Two crashes side by side",
    sentence:
      "The first hours of Black Thursday and the first weeks of the autumn of 1987 over the same seeds: where a pool and a delta hedger are alike, where opposite, and what turns the one into the other.",
    href: "compare/index.html",
    command: "npx hardhat crash compare",
    keys: compareKeys(pair),
  },
  {
    id: "sweep",
    title: "A sweep",
    sentence:
      "A hundred paths with jumps for every combination of two settings: where the hedged LP is ahead of the options desk, and how sure that is.",
    href: "sweep/index.html",
    command: "npx hardhat crash sweep",
    keys: sweepKeys(swept),
  },
]);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "index.html"), index);
console.log(`${relative("", join(folder, "index.html"))} opens the gallery`);
