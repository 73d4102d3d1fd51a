import { IdentityError } from "../../core/errors.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import type { Judgement } from "./judgement.ts";
import { isWithin } from "./is-within.ts";

/**
 * Whether a claim holds of a run.
 *
 * @param outcome the run, or the identity that broke in it
 * @throws the IdentityError, where the claim is about something else; InputError for a run that does not have what is measured
 */
export function judge(claim: Claim, outcome: MatchedRun | IdentityError): Judgement {
  if (outcome instanceof IdentityError) {
    if (claim.matcher !== "conserveTokens") throw outcome;
    return { value: 1, holds: false, run: null, broken: outcome };
  }
  const value = claim.measure(outcome);
  return { value, holds: isWithin(claim, value), run: outcome, broken: null };
}
