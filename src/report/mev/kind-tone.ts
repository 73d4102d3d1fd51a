import type { Tone } from "../page/tone.ts";
import { kindWords } from "./kind-words.ts";

/** The colour of a kind of extraction; ink for one that is not known. */
export function kindTone(kind: string): Tone {
  return Object.hasOwn(kindWords, kind) ? kindWords[kind as keyof typeof kindWords].tone : "ink";
}
