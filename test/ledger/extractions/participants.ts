import { expect } from "chai";
import { describe, it } from "mocha";
import { participantIn } from "../../../src/ledger/extractions/participants.ts";

const NAMES: readonly (readonly [account: string, participant: string])[] = [
  ["trader-7", "trader"],
  ["lp", "liquidity-provider"],
  ["other-lps", "liquidity-provider"],
  ["pair", "liquidity-provider"],
  ["pair-2", "liquidity-provider"],
  ["borrower-3", "borrower"],
  ["lender", "lender"],
  ["arbitrageur-1", "arbitrageur"],
  ["arbitrageur-2-executor", "arbitrageur"],
  ["arbitrageur-2-transit", "arbitrageur"],
  ["cross-pool-1", "cross-pool-arbitrageur"],
  ["cross-pool-arbitrageur-1-executor", "cross-pool-arbitrageur"],
  ["sandwicher-1", "sandwicher"],
  ["back-runner-1-executor", "back-runner"],
  ["liquidator-4", "liquidator"],
  ["pool-hedger", "pool-hedger"],
  ["coinbase", "builder"],
  ["reference-market", "reference-market"],
  ["reference-fees", "reference-market"],
  ["bridge", "bridge"],
  ["oracle", "oracle"],
  ["visitor-1", "visitor"],
  ["burn", "burn"],
  ["weth", "weth"],
  ["lpx", "lpx"],
];

describe("whose gain stands in which row", () => {
  for (const [account, participant] of NAMES) {
    it(`${account}: ${participant}`, () => expect(participantIn(account)).to.equal(participant));
  }
});
