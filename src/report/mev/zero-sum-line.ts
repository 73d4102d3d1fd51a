import type { ParticipantRow } from "../../core/mev-result.ts";

const assets = [
  ["base", "base", "wei"],
  ["quote", "quote", "millionths"],
  ["gas", "ETH for gas", "wei"],
] as const;

/** Whether what everybody gained sums to zero, in a sentence; a column that does not is named with its sum. */
export function zeroSumLine(participants: readonly ParticipantRow[]): string {
  const odd = assets.flatMap(([key, name, unit]) => {
    const sum = participants.reduce((total, row) => total + BigInt(row[key]), 0n);
    return sum === 0n ? [] : [`${name} sums to ${sum} ${unit}`.replace("-", "−")];
  });
  if (odd.length > 0) return `NOT BALANCED: over all participants ${odd.join(" and ")}, not to 0.`;
  return "Base, quote and ETH each sum to zero over all participants, to the last unit: what one gained, others lost.";
}
