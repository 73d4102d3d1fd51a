/** Builds the documentation as a static site that opens from disk: `npm run docs`, or `npm run docs -- FOLDER`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildSite } from "./docs/build-site.ts";

const folder = process.argv[2] ?? "site";
mkdirSync(folder, { recursive: true });
for (const [file, text] of buildSite()) writeFileSync(join(folder, file), text);
console.log(`${relative("", join(folder, "index.html"))} opens the documentation`);
