import type { Counterfactual } from "../../core/mev-result.ts";
import { decimal } from "../number-format.ts";

/** How sure a comparison with and without something is, in a sentence: where an interval leaves zero out, and where it does not. */
export function counterfactualLine({ seeds, differences, without }: Counterfactual): string {
  const pairs = `${decimal(seeds)} ${seeds === 1 ? "pair" : "pairs"} of runs on the same prices and chances, with ${without} and without`;
  const sure = differences
    .filter(({ interval }) => interval !== null && (interval[0] > 0 || interval[1] < 0))
    .map(({ measure }) => measure);
  const open = differences
    .filter(({ interval }) => interval !== null && interval[0] <= 0 && interval[1] >= 0)
    .map(({ measure }) => measure);
  const parts = [
    ...(sure.length === 0 ? [] : [`a difference shows in: ${sure.join(", ")}`]),
    ...(open.length === 0 ? [] : [`no difference shows, as the interval contains zero, in: ${open.join(", ")}`]),
  ];
  if (parts.length === 0) return `${pairs}: nothing can be said of how far chance moves the difference.`;
  return `${pairs}: ${parts.join("; ")}.`;
}
