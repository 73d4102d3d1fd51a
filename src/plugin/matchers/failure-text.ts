import type { Claim } from "./claim.ts";
import type { Judgement } from "./judgement.ts";
import { numberTexts } from "./number-texts.ts";
import { placeText } from "./place-text.ts";
import type { SubjectWords } from "./subject-words.ts";

/** Why a claim, or its opposite, fails on one run: what was expected, what was found, by how much and where. Without a full stop. */
export function failureText(claim: Claim, subject: SubjectWords, judgement: Judgement, negated: boolean): string {
  const { words, limit, unit, bound } = claim;
  const texts = numberTexts(unit, judgement.value, limit);
  const found = judgement.broken === null ? words.found(texts.value, judgement.run) : judgement.broken.message;
  const side = judgement.holds ? "within the limit" : bound === "at most" ? "more" : "less";
  // Beside a limit of nothing, what was found says it all.
  const apart = limit === 0 || judgement.broken !== null ? "" : `, ${texts.difference} ${side}`;
  const who = `${words.who(subject.pool)} on ${subject.scenario} (seed ${subject.seed})`;
  return `expected ${who} ${negated ? "not " : ""}to ${words.wanted(texts.limit)}, but ${found}${apart}; ${placeText(claim, judgement)}`;
}
