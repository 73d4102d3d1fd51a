import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import type { AccountId, Asset, VenueState } from "../../../src/core/words.ts";
import { Accounts } from "../../../src/ledger/accounts.ts";
import { checkBalances } from "../../../src/ledger/identities/balances.ts";
import { POOL } from "../transactions.ts";

const ASSETS: readonly Asset[] = ["base", "quote", "liquidity", "gas"];
const NAMES = ["pair", "lp", "trader-1", "arbitrageur-1", "arbitrageur-1-executor", "coinbase"] as const;
const amount = fc.bigInt({ min: 0n, max: 10n ** 30n });
type Holdings = Readonly<Record<Asset, bigint>>;
const holdings = fc.record({ base: amount, quote: amount, liquidity: amount, gas: amount });
const difference = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

/** A ledger, and a venue that agrees with it but for the gas beyond the schedule. */
const honest = fc
  .tuple(fc.array(holdings, { minLength: NAMES.length, maxLength: NAMES.length }), fc.dictionary(fc.constantFrom(...NAMES), difference))
  .map(([held, differences]) => {
    const accounts = new Accounts();
    const balances = new Map<AccountId, Holdings>();
    const gasDifference = new Map(Object.entries(differences));
    for (const [i, name] of NAMES.entries()) {
      const has = held[i]!;
      for (const asset of ASSETS) accounts.open(name, "chain", asset, has[asset]);
      // What lies at the reference market is no business of the chain's.
      accounts.open(name, "reference", "base", 123n);
      balances.set(name, { ...has, gas: has.gas + (gasDifference.get(name) ?? 0n) });
    }
    return { accounts, state: { pool: POOL, balances } satisfies VenueState, gasDifference };
  });

const who = fc.constantFrom(...NAMES);
const what = fc.constantFrom(...ASSETS);
const off = fc.oneof(
  fc.constantFrom(1n, -1n),
  amount.filter((by) => by > 0n),
);
const block = fc.nat(1_000_000);

function expectBroken(block: number, check: () => unknown, account: AccountId, asset: Asset): void {
  expect(check).to.throw(IdentityError, `${account} holds `).that.includes({ identity: 3, block, code: "IDENTITY_3" });
  expect(check).to.throw(IdentityError, ` of ${asset} on chain`);
}

describe("identity 3: balances on chain", () => {
  it("holds where the venue agrees, and compares every asset of every account", () => {
    fc.assert(
      fc.property(honest, block, ({ accounts, state, gasDifference }, block) => {
        expect(checkBalances(block, accounts, state, gasDifference)).to.equal(4 * NAMES.length);
      }),
    );
  });

  it("breaks when an account holds a unit more or less of anything", () => {
    fc.assert(
      fc.property(honest, block, who, what, off, ({ accounts, state, gasDifference }, block, account, asset, by) => {
        const has = state.balances.get(account)!;
        const balances = new Map(state.balances).set(account, { ...has, [asset]: has[asset] + by });
        expectBroken(block, () => checkBalances(block, accounts, { ...state, balances }, gasDifference), account, asset);
      }),
    );
  });

  it("breaks when the ledger posts what did not happen, or misses what did", () => {
    fc.assert(
      fc.property(honest, block, who, what, off, ({ accounts, state, gasDifference }, block, account, asset, amount) => {
        accounts.post([{ account, place: "chain", asset, amount }]);
        expectBroken(block, () => checkBalances(block, accounts, state, gasDifference), account, asset);
      }),
    );
  });

  it("breaks when a gas difference is forgotten or made up", () => {
    fc.assert(
      fc.property(honest, block, who, off, ({ accounts, state, gasDifference }, block, account, by) => {
        const wrong = new Map(gasDifference).set(account, (gasDifference.get(account) ?? 0n) + by);
        expectBroken(block, () => checkBalances(block, accounts, state, wrong), account, "gas");
      }),
    );
  });

  it("breaks when the venue knows an account that the ledger does not", () => {
    fc.assert(
      fc.property(honest, block, ({ accounts, state, gasDifference }, block) => {
        const balances = new Map(state.balances).set("stranger", { base: 0n, quote: 1n, liquidity: 0n, gas: 0n });
        expectBroken(block, () => checkBalances(block, accounts, { ...state, balances }, gasDifference), "stranger", "quote");
      }),
    );
  });

  it("says who holds how much of what, and what the ledger says", () => {
    const accounts = new Accounts();
    accounts.open("lp", "chain", "quote", 7n);
    const state: VenueState = { pool: POOL, balances: new Map([["lp", { base: 0n, quote: 8n, liquidity: 0n, gas: 0n }]]) };
    expect(() => checkBalances(3, accounts, state, new Map())).to.throw(
      "identity 3 is broken in block 3: lp holds 8 of quote on chain; the ledger says 7",
    );
  });
});
