import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.ts";

/**
 * Makes an empty Hardhat project with the package in it, as a stranger would have it: the plugin, Hardhat and its test runner.
 *
 * @param folder empty but for the packed package
 * @param root of the repository, whose versions of the others are taken
 */
export function makeProject(folder: string, tarball: string, root: string): void {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  // The host may have an older Node; npm's own package of the binary stands in for it.
  const others = ["hardhat", "node", "@nomicfoundation/hardhat-mocha", "mocha", "typescript", "@types/mocha", "@types/node"];
  const manifest = {
    name: "empty-project",
    private: true,
    type: "module",
    devDependencies: {
      ...Object.fromEntries(others.map((name) => [name, devDependencies[name]])),
      "hardhat-crash": `file:${path.basename(tarball)}`,
    },
    allowScripts: { node: true, esbuild: true },
  };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  run(folder, "npm", "install", "--no-audit", "--no-fund");
}
