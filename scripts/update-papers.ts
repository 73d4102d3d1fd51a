/** Writes docs/papers.md from the experiments of test/papers: `npx hardhat run scripts/update-papers.ts`, after a change that moves their numbers. */
import { writeFileSync } from "node:fs";
import { page } from "../test/papers/experiments/page.ts";
import { papers } from "../test/papers/experiments/papers.ts";

writeFileSync(new URL("../docs/papers.md", import.meta.url), page(papers()));
