import type { IdentityError } from "../../core/errors.ts";
import type { MatchedRun } from "./claim.ts";

/** What a claim comes to on one run: on one that ended, or on one that ended early because an identity of the ledger broke. */
export type Judgement = { readonly value: number; readonly holds: boolean } & (
  { readonly run: MatchedRun; readonly broken: null } | { readonly run: null; readonly broken: IdentityError }
);
