import { readFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.ts";

/**
 * Builds the package and packs it, as it would be published.
 *
 * @param root of the repository
 * @param folder that it is left in
 * @returns the packed file
 */
export function pack(root: string, folder: string): string {
  run(root, "npm", "pack", "--silent", "--pack-destination", folder);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { readonly version: string };
  return path.join(folder, `hardhat-crash-${version}.tgz`);
}
