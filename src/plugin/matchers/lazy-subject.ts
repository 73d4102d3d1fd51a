import { assertOnce } from "./assert-once.ts";
import { assertOverSeeds } from "./assert-over-seeds.ts";
import { claimOf } from "./claim-of.ts";
import { CrashAssertion } from "./crash-assertion.ts";
import { LazyCrash } from "./lazy-crash.ts";
import type { SubjectRule } from "./subject-rule.ts";

/** A run that is yet to be made. */
export const lazySubject: SubjectRule = {
  what: "crashOf(options)",
  accepts: (subject) => subject instanceof LazyCrash,
  assert: (subject, call) => {
    const { options } = subject as LazyCrash;
    const claim = claimOf[call.matcher](call.given);
    return new CrashAssertion(
      () => assertOnce(options, claim, call),
      (seeds, level) => assertOverSeeds(options, claim, call, { seeds, level }),
    );
  },
};
