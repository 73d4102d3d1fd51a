import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

interface FindingText {
  readonly sentence: string;
  readonly evidence: Markup | string;
}

/** Findings in their order, each with what it rests on. */
export function findingsList(findings: readonly FindingText[]): Markup {
  const items = findings.map(({ sentence, evidence }) => markup`<li><p>${sentence}</p><p class="soft">${evidence}</p></li>\n`);
  return markup`<ol class="findings">${items}</ol>`;
}
