import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Makes the change that a document shows as a `diff` to the one contract of a project that it fits.
 *
 * @param diff lines that begin with a minus, a plus or a space
 * @throws Error where it fits none, or more than one place
 */
export function changeSource(project: string, diff: string): void {
  const without = (sign: string): string =>
    diff
      .split("\n")
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join("\n");
  const [before, after] = [without("+"), without("-")];
  const places = globSync("contracts/**/*.sol", { cwd: project })
    .map((file) => path.join(project, file))
    .map((file) => ({ file, parts: readFileSync(file, "utf8").split(before) }))
    .filter(({ parts }) => parts.length > 1);
  const [place, ...others] = places;
  if (place === undefined || others.length > 0 || place.parts.length !== 2)
    throw new Error(`the change fits ${String(places.reduce((sum, { parts }) => sum + parts.length - 1, 0))} places, not one:\n${diff}`);
  writeFileSync(place.file, place.parts.join(after));
}
