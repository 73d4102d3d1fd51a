import { existsSync, readFileSync } from "node:fs";

/**
 * Text of a recorded file that the package ships.
 *
 * @param name of a file in `data/`
 */
export function readData(name: string): string {
  // From src/scenarios, and from dist/src/scenarios once compiled.
  const found = ["../../data/", "../../../data/"].map((folder) => new URL(folder + name, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw new Error(`the package lacks its file data/${name}`);
  return readFileSync(found, "utf8");
}
