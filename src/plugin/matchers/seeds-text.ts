import { significant } from "../../report/number-format.ts";
import type { Claim } from "./claim.ts";
import { isWithin } from "./is-within.ts";
import { numberTexts } from "./number-texts.ts";
import type { SeedsTerms } from "./seeds-terms.ts";
import type { SequentialResult } from "./statistics/sequential-test.ts";
import type { SubjectWords } from "./subject-words.ts";

/** Why a claim about the mean over seeds, or its opposite, fails: shown to be false, or not clear after all seeds. Without a full stop. */
export function seedsText(
  claim: Claim,
  subject: SubjectWords,
  result: SequentialResult,
  negated: boolean,
  { seeds, level }: SeedsTerms,
): string {
  const { words, unit, limit, bound } = claim;
  const { mean, interval, answer, values } = result;
  const texts = numberTexts(unit, mean, limit);
  const used = `the mean over ${values.length} seeds is ${texts.value}`;
  const side = isWithin(claim, mean) ? "within the limit" : bound === "at most" ? "more" : "less";
  const apart = limit === 0 ? "" : `, ${texts.difference} ${side}`;
  const lies = `${texts.of(interval[0])} to ${texts.of(interval[1])}`;
  const who = `${words.who(subject.pool)} on ${subject.scenario} (seeds ${subject.seed} to ${subject.seed + seeds - 1})`;
  const wanted = `expected ${who} ${negated ? "not " : ""}to ${words.wanted(texts.limit)} in the mean at ${significant(level * 100)} % confidence`;
  if (answer === "unclear") return `${wanted}, but it is not clear: ${used} and lies in ${lies}; more seeds, or a wider limit, would tell`;
  return `${wanted}, but ${used}${apart}${interval[0] === interval[1] ? "" : ` (${lies})`}`;
}
