import type { Comparison, ComparisonFinding } from "../../core/comparison.ts";
import type { KeyNumber } from "../page/key-numbers.ts";
import type { Tone } from "../page/tone.ts";
import { decimal, signedPercent } from "../number-format.ts";

/** Three numbers of a comparison: the loss against the desk's, the pool's flow, and what the pool alone does to a fall. */
export function compareKeys({ findings }: Pick<Comparison, "findings">): readonly KeyNumber[] {
  const key = (id: string, tone: Tone, title: string, text: (value: number) => string, note: string): readonly KeyNumber[] => {
    const found = findings.find((each) => each.id === id);
    if (found === undefined) return [];
    return [{ tone, title, number: text(found.value), notes: [note, rangeOf(found, text)] }];
  };
  return [
    ...key("loss-per-gamma", "twin", "loss of the LP against the desk", (value) => signedPercent(value, 3), "for the same dollar gamma"),
    ...key("flow-of-pool", "lp", "the pool's purchases", (value) => decimal(value, 2), "per unit of log return, of a quarter of its value"),
    ...key("fall-with-pool", "hedged", "a fall with the pool alone", (value) => signedPercent(value, 1), "of its depth without anybody"),
  ];
}

function rangeOf({ interval }: ComparisonFinding, text: (value: number) => string): string {
  return interval === null ? "" : `${text(interval[0])} to ${text(interval[1])} at 95 %`;
}
