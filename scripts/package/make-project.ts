import { writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.ts";
import { versions } from "./versions.ts";

/** The host may have an older Node; npm's own package of the binary stands in for it. */
const ALWAYS = ["hardhat", "node", "@nomicfoundation/hardhat-mocha", "mocha", "typescript", "@types/mocha", "@types/node"];

/**
 * Makes an empty Hardhat project with the package in it, as a stranger would have it: the plugin, Hardhat and its test runner.
 *
 * @param folder empty but for the packed package
 * @param root of the repository, whose versions of the others are taken
 * @param more packages beside those
 */
export function makeProject(folder: string, tarball: string, root: string, more: readonly string[] = []): void {
  const own = versions(root);
  const manifest = {
    name: "empty-project",
    private: true,
    type: "module",
    devDependencies: {
      ...Object.fromEntries([...ALWAYS, ...more].map((name) => [name, own.get(name)])),
      "hardhat-crash": `file:${path.basename(tarball)}`,
    },
    allowScripts: { node: true, esbuild: true },
  };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  run(folder, "npm", "install", "--no-audit", "--no-fund");
}
