/** Writes docs/lessons.md from the sweeps of test/lessons: `npm run lessons`, after a change that moves their numbers. */
import { writeFileSync } from "node:fs";
import { lessons } from "../test/lessons/experiments/lessons.ts";
import { page } from "../test/lessons/experiments/page.ts";

writeFileSync(new URL("../docs/lessons.md", import.meta.url), page(await lessons()));
