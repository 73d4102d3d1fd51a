import type { MevBlock } from "./mev-blocks.ts";
import { kindTitle } from "./kind-title.ts";

/** What a transaction of a block was found to be: part of extractions, victim of others; empty for neither. */
export function foundToBe({ extractions }: MevBlock, index: number): string {
  const isThis = (each: { readonly index: number }): boolean => each.index === index;
  const found = extractions.flatMap(({ kind, account, own, victims }) => [
    ...(own.some(isThis) ? [kindTitle(kind).toLowerCase()] : []),
    ...(victims.some(isThis) ? [`victim of ${account}`] : []),
  ]);
  return found.join("; ");
}
