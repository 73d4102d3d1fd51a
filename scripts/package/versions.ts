import { readFileSync } from "node:fs";
import path from "node:path";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * The packages that a project wants, by name, with their versions.
 *
 * @param project with a package.json
 */
export function versions(project: string): ReadonlyMap<string, string> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(project, "package.json"), "utf8")) as Manifest;
  return new Map(Object.entries({ ...dependencies, ...devDependencies }));
}
