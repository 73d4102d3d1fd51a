import type { PoolState } from "../core/words.ts";
import { squareRootClaim } from "../hedger/square-root-claim.ts";
import { straddle } from "../hedger/straddle.ts";
import { predict } from "../ledger/chain-entries.ts";
import { gasPostings } from "../ledger/gas-entries.ts";

/** The pure functions on which the identities rest. A test replaces one by a broken one to see which identity notices. */
export interface Parts {
  readonly predict: typeof predict;
  readonly gasPostings: typeof gasPostings;
  readonly squareRootClaim: typeof squareRootClaim;
  readonly straddle: typeof straddle;
  /** The pool whose base earns a block's exposure: the one at its start. */
  readonly exposedPool: (before: PoolState, after: PoolState) => PoolState;
}

export const soundParts: Parts = { predict, gasPostings, squareRootClaim, straddle, exposedPool: (before) => before };
