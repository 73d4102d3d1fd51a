import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The version of this package, by its own name, from the sources and from what is built of them. */
export function packageVersion(): string {
  return (require("hardhat-crash/package.json") as { readonly version: string }).version;
}
