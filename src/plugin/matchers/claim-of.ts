import type { Claim } from "./claim.ts";
import { conserveTokens } from "./conserve-tokens.ts";
import { earnAtLeast } from "./earn-at-least.ts";
import { keepInvariant } from "./keep-invariant.ts";
import { leakAtMost } from "./leak-at-most.ts";
import { loseAtMost } from "./lose-at-most.ts";
import type { MatcherName } from "./matcher-name.ts";
import { recoverWithin } from "./recover-within.ts";
import { slipAtMost } from "./slip-at-most.ts";
import { stayLiquid } from "./stay-liquid.ts";
import { trackReference } from "./track-reference.ts";

/** The claim that each matcher makes of its arguments; throws InputError `MATCHER_ARGUMENT` for arguments that make no sense. */
export const claimOf: Readonly<Record<MatcherName, (given: readonly unknown[]) => Claim>> = {
  keepInvariant,
  conserveTokens,
  loseAtMost,
  earnAtLeast,
  slipAtMost,
  recoverWithin,
  leakAtMost,
  trackReference,
  stayLiquid,
};
