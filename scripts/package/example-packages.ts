import { readFileSync } from "node:fs";
import path from "node:path";
import { versions } from "./versions.ts";

/**
 * The packages that examples want beside ours.
 *
 * @param root of the repository
 * @param examples folders in it
 * @throws Error where an example wants another version than the repository works with
 */
export function examplePackages(root: string, examples: readonly string[]): readonly string[] {
  const { version: ours } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { readonly version: string };
  const known = new Map([...versions(root), ["hardhat-crash", ours]]);
  const names = new Set<string>();
  for (const example of examples)
    for (const [name, version] of versions(example)) {
      names.add(name);
      if (version !== known.get(name))
        throw new Error(`${path.relative(root, example)} wants ${name} ${version}, where the repository has ${known.get(name) ?? "none"}`);
    }
  names.delete("hardhat-crash");
  return [...names];
}
