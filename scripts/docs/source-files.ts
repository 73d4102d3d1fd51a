import { globSync } from "node:fs";
import type ts from "typescript";
import { readSource } from "./read-source.ts";
import { root } from "./root.ts";

/** Every TypeScript file below a folder of the repository, by its path from the root, in order of their names. */
export function sourceFiles(folder: string): ReadonlyMap<string, ts.SourceFile> {
  const files = globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  return new Map(files.sort().map((file) => [file, readSource(file)]));
}
