import { expect } from "chai";
import { describe, it } from "mocha";
import type { Deed } from "../../../src/ledger/extractions/deed.ts";
import { observedKind } from "../../../src/ledger/extractions/observed-kind.ts";
import { POOL } from "../transactions.ts";

/** Sells 10 base for 2,000 quote on one pool, and buys on another. */
const across = (paid: bigint, bought: bigint): Deed => ({
  index: 0,
  account: "c",
  sender: "visitor",
  success: true,
  swaps: [
    { pool: "A", side: "sell", amountIn: 10n, amountOut: 2_000n, before: POOL, after: POOL },
    { pool: "B", side: "buy", amountIn: paid, amountOut: bought, before: POOL, after: POOL },
  ],
  collateral: null,
  gasFee: 0n,
  burned: 0n,
  payment: 0n,
});

const CASES = [
  { name: "more of one token", paid: 1_999n, bought: 10n, kind: "arbitrage" },
  { name: "more of both tokens", paid: 1_999n, bought: 11n, kind: "arbitrage" },
  { name: "nothing more and nothing less", paid: 2_000n, bought: 10n, kind: null },
  { name: "one unit less of one token", paid: 1_000n, bought: 9n, kind: null },
] as const;

describe("a transaction on two pools", () => {
  for (const { name, paid, bought, kind } of CASES) {
    it(`that leaves ${name} is ${kind ?? "nothing"}`, () => expect(observedKind(across(paid, bought))).to.equal(kind));
  }
});
