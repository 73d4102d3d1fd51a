import { closest } from "fastest-levenshtein";

/** The name that was probably meant: one that begins with what was typed, or else the one that differs in the fewest letters. */
export function nearestName(name: string, names: readonly string[]): string {
  const typed = name.toLowerCase();
  return names.find((each) => typed !== "" && each.startsWith(typed)) ?? closest(typed, [...names]);
}
