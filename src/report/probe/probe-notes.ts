import type { ProbedPool } from "../../core/probe-result.ts";

/** Why there are no readings of a kind, a sentence a pool and kind. */
export function probeNotes({ readings }: Pick<ProbedPool, "readings">): readonly string[] {
  const titles = {
    slippage: "What a trade costs",
    depth: "Depth",
    largestTrade: "Largest trade",
    push: "Moving the price",
    sandwich: "Sandwiches",
    oracle: "Average price",
    rounding: "Dust",
    fee: "Fee",
    firstDeposit: "First deposit",
    skim: "Skim and sync",
    hostile: "Tokens that misbehave",
  } as const;
  return (Object.keys(titles) as (keyof typeof titles)[]).flatMap((key) => {
    const { why } = readings[key];
    return why === null ? [] : [`${titles[key]}: not applicable, since ${why}.`];
  });
}
