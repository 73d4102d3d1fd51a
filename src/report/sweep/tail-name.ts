import { sharePercent } from "./share-percent.ts";

/** What a tail is called, by the share of paths that it leaves out: 0.05 is `95 %`. */
export function tailName(tail: number): string {
  return sharePercent(1 - tail);
}
