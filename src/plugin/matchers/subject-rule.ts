import type { CrashAssertion } from "./crash-assertion.ts";
import type { MatcherCall } from "./matcher-call.ts";

/** One kind of thing that a matcher can be asked about. */
export interface SubjectRule {
  /** In a few words, for the message about what is none of them. */
  readonly what: string;
  readonly accepts: (subject: unknown) => boolean;
  /**
   * Asserts at once, or answers with the promise of it; the answer can be awaited either way.
   *
   * @param subject one that it accepts
   * @throws `call.failure(…)` where the claim fails; InputError for arguments that make no sense
   */
  readonly assert: (subject: unknown, call: MatcherCall) => CrashAssertion;
}
