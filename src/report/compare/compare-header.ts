import type { Comparison } from "../../core/comparison.ts";
import type { Markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { compareKeys } from "./compare-keys.ts";
import { compareSize } from "./compare-size.ts";
import { QUESTION } from "./question.ts";

/** The top of the page: the two crashes, the question, and what it comes to in three numbers. */
export function compareHeader(comparison: Comparison): Markup {
  const { scenarios, answer } = comparison;
  const thoughts = scenarios.flatMap(({ short, thoughtExperiment }) =>
    thoughtExperiment === null ? [] : [`${short}: ${thoughtExperiment}`],
  );
  return pageHeader({
    kicker: "two crashes side by side",
    title: scenarios.map(({ short }) => short).join(" beside "),
    lead: answer.slice(0, 2).map(firstSentence).join(" "),
    what: QUESTION,
    size: compareSize(comparison),
    thoughtExperiment: thoughts.length === 0 ? null : thoughts.join(" "),
    keys: compareKeys(comparison),
  });
}

/** Without the numbers behind it, which stand at the end of the page. */
function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}
