import type { SweepSummary } from "../../core/sweep-summary.ts";
import { decimal } from "../number-format.ts";
import { differenceOf } from "./difference-of.ts";
import { verdict } from "./verdict.ts";

/** Who is ahead in how many cells, in a sentence. */
export function standing({ cells }: Pick<SweepSummary, "cells">): string {
  const said = cells.flatMap((cell) => {
    const difference = differenceOf(cell, "hedged-lp", "option-twin");
    return difference === undefined ? [] : [verdict(difference)];
  });
  const tally = (word: string): number => said.filter((each) => each === word).length;
  const [lp, desk, none] = [tally("LP ahead"), tally("desk ahead"), tally("no difference shown")];
  if (tally("a single path") > 0) return "Of a single path nothing can be said of who is ahead on the next.";
  const all = decimal(said.length);
  if (said.length === 1) {
    if (none === 1) return "Between the hedged LP and the options desk no difference shows.";
    return `On average the hedged LP is ${lp === 1 ? "ahead of" : "behind"} the options desk.`;
  }
  const rest = none === 0 ? "" : `; in ${decimal(none)} no difference shows`;
  if (none === said.length) return `Between the hedged LP and the options desk no difference shows in any of ${all} cells.`;
  if (desk === 0 || lp === 0) {
    const [ahead, behind] = desk === 0 ? ["hedged LP", "options desk"] : ["options desk", "hedged LP"];
    const where = none === 0 ? `every one of ${all} cells` : `${decimal(lp + desk)} of ${all} cells`;
    return `The ${ahead} is ahead of the ${behind} in ${where}${rest}.`;
  }
  return `The hedged LP is ahead of the options desk in ${decimal(lp)} of ${all} cells and behind in ${decimal(desk)}${rest}.`;
}
