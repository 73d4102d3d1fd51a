import type { Tone } from "../page/tone.ts";

const tones: readonly Tone[] = ["lp", "twin"];

/** The colour of the first and of the second pool. */
export function poolTone(index: number): Tone {
  return tones[index] ?? "ink";
}
