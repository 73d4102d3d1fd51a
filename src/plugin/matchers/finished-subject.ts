import type { CrashResult } from "../../core/result.ts";
import type { MevRun } from "../../mev.ts";
import { claimOf } from "./claim-of.ts";
import { CrashAssertion } from "./crash-assertion.ts";
import { failureText } from "./failure-text.ts";
import { judge } from "./judge.ts";
import type { SubjectRule } from "./subject-rule.ts";
import { subjectWords } from "./subject-words.ts";

/** A run that has ended: asserted at once, and awaited without harm. */
export const finishedSubject: SubjectRule = {
  what: "a result of runCrash or runMev",
  accepts: (subject) => isResult(subject) || isMevRun(subject),
  assert: (subject, call) => {
    const run = isMevRun(subject) ? subject : { crash: subject as CrashResult, mev: null };
    const claim = claimOf[call.matcher](call.given);
    const judgement = judge(claim, run);
    if (judgement.holds === call.negated)
      throw call.failure(failureText(claim, subjectWords(run.crash), judgement, call.negated), judgement.value, claim.limit);
    return new CrashAssertion(() => Promise.resolve(), null);
  },
};

function isResult(subject: unknown): subject is CrashResult {
  return typeof subject === "object" && subject !== null && ["series", "swaps", "statement", "identities"].every((name) => name in subject);
}

function isMevRun(subject: unknown): subject is MevRun {
  return typeof subject === "object" && subject !== null && "crash" in subject && isResult(subject.crash) && "mev" in subject;
}
