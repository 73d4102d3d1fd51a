import { kindWords } from "./kind-words.ts";

/** What a kind of extraction is called; a kind that is not known is called by its own name. */
export function kindTitle(kind: string): string {
  return Object.hasOwn(kindWords, kind) ? kindWords[kind as keyof typeof kindWords].title : kind;
}
