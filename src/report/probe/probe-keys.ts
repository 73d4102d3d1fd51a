import type { ProbedPool } from "../../core/probe-result.ts";
import type { KeyNumber } from "../page/key-numbers.ts";
import { decimal, percent } from "../number-format.ts";

/** Three numbers of a pool: its lowest score, its depth, and the smallest victim worth a sandwich; beside each the same of the other pool. */
export function probeKeys([pool, other]: readonly ProbedPool[]): readonly KeyNumber[] {
  if (pool === undefined) return [];
  const key = (tone: KeyNumber["tone"], title: string, note: string, text: (pool: ProbedPool) => string | null): readonly KeyNumber[] => {
    const own = text(pool);
    if (own === null) return [];
    const theirs = other === undefined ? null : text(other);
    return [{ tone, title, number: own, notes: [note, theirs === null || other === undefined ? "" : `${other.name}: ${theirs}`] }];
  };
  return [
    ...key("loss", "lowest score", lowestTitle(pool), ({ lowest }) => (lowest === null ? null : decimal(lowest.score, 1))),
    ...key("lp", "depth to ±2 %", "of the quote reserve, mean of both ways", ({ readings: { depth } }) =>
      depth.value === null ? null : percent((depth.value.down + depth.value.up) / 2, 3),
    ),
    ...key("twin", "smallest victim of a sandwich", "of the reserve, before gas", ({ readings: { sandwich } }) =>
      sandwich.value === null ? null : sandwich.value.breakEven === null ? "none" : percent(sandwich.value.breakEven, 3),
    ),
  ];
}

function lowestTitle({ scores, lowest }: ProbedPool): string {
  return scores.find(({ id }) => id === lowest?.id)?.title ?? "";
}
