import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import type { Asset, Place } from "../../../src/core/words.ts";
import { Accounts, BURN, type Posting, transferPostings } from "../../../src/ledger/accounts.ts";
import { gasPostings } from "../../../src/ledger/gas-entries.ts";
import { checkConservation, totalsOf } from "../../../src/ledger/identities/conservation.ts";
import { fillPostings } from "../../../src/ledger/reference-entries.ts";
import { fillAt } from "../../../src/market/reference-market.ts";

const price = fc.bigInt({ min: 1n, max: 10n ** 13n });
const amount = fc.bigInt({ min: 0n, max: 10n ** 28n });
const gwei = fc.bigInt({ min: 0n, max: 10n ** 13n });
const who = fc.constantFrom("pair", "lp", "trader-1", "arbitrageur-1", "bridge", "liquidity-issue");
const where = fc.constantFrom<Place>("chain", "reference");
const what = fc.constantFrom<Asset>("base", "quote", "liquidity", "gas");

const postings: fc.Arbitrary<readonly Posting[]> = fc.oneof(
  fc
    .tuple(who, where, who, where, what, amount)
    .map(([a, from, b, to, asset, moved]) => transferPostings({ account: a, place: from }, { account: b, place: to }, asset, moved)),
  fc
    .tuple(who, fc.bigInt({ min: 21_000n, max: 10n ** 6n }), gwei, gwei)
    .map(([a, gas, baseFee, tip]) => gasPostings(a, gas, baseFee + tip, baseFee)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), price)
    .map(([base, at]) => fillPostings("arbitrageur-1", fillAt(base, at, 0.001))),
);
const run = fc.record({
  opened: fc.array(fc.tuple(who, where, what, amount), { maxLength: 12 }),
  entries: fc.array(postings, { maxLength: 12 }),
  block: fc.nat(1_000_000),
  from: price,
  to: price,
});
type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

/** Plays a block in which `extra` happens too, and checks it. */
function check({ opened, entries, block, from, to }: Run, extra: readonly Posting[] = []): void {
  const accounts = new Accounts();
  for (const [account, place, asset, held] of opened) accounts.open(account, place, asset, held);
  const before = totalsOf(accounts);
  for (const each of entries) accounts.post(each);
  accounts.post(extra);
  checkConservation(block, before, totalsOf(accounts), from, to);
}

function expectBroken(play: Run, extra: readonly Posting[], message: string): void {
  expect(() => check(play, extra))
    .to.throw(IdentityError, message)
    .that.includes({ identity: 4, block: play.block, code: "IDENTITY_4" });
}

describe("identity 4: conservation", () => {
  it("holds for transfers, gas and fills between any accounts, at any prices", () => {
    fc.assert(fc.property(run, (play) => check(play)));
  });

  const unit = fc.oneof(fc.constantFrom(1n, -1n), fc.bigInt({ min: 1n, max: 10n ** 28n }));
  for (const asset of ["base", "quote", "liquidity"] as const) {
    it(`breaks when ${asset} appears or vanishes, on chain or at the reference market`, () => {
      fc.assert(
        fc.property(run, who, where, unit, (play, account, place, by) => {
          expectBroken(play, [{ account, place, asset, amount: by }], `all accounts together hold ${by} of ${asset} more than before`);
        }),
      );
    });
  }

  it("breaks when a tip is dropped: the sender paid it, nobody received it", () => {
    fc.assert(
      fc.property(run, fc.bigInt({ min: 1n, max: 10n ** 12n }), gwei, (play, tip, baseFee) => {
        const dropped = gasPostings("trader-1", 100_000n, baseFee + tip, baseFee).filter((each) => each.account !== "coinbase");
        const burned = play.entries.flat().reduce((sum, each) => (each.account === BURN ? sum + each.amount : sum), 100_000n * baseFee);
        expectBroken(play, dropped, `gas changed by ${-burned - 100_000n * tip} wei and ${burned} were burned`);
      }),
    );
  });

  it("breaks when a burn is not noted, or noted twice", () => {
    fc.assert(
      fc.property(run, fc.bigInt({ min: 1n, max: 10n ** 12n }), (play, baseFee) => {
        const entries = gasPostings("trader-1", 100_000n, baseFee, baseFee);
        expectBroken(
          play,
          entries.filter((each) => each.account !== BURN),
          "gas changed by",
        );
        expectBroken(play, [...entries, ...entries.filter((each) => each.account === BURN)], "gas changed by");
      }),
    );
  });

  it("breaks when something is minted after genesis, however little", () => {
    fc.assert(
      fc.property(run, what, (play, asset) => {
        expectBroken(
          play,
          [{ account: "trader-1", place: "chain", asset, amount: 1n }],
          asset === "gas" ? "gas changed by" : `hold 1 of ${asset}`,
        );
      }),
    );
  });

  it("a token that is burned like gas is missing", () => {
    fc.assert(
      fc.property(run, fc.constantFrom<Asset>("base", "quote"), (play, asset) => {
        const chain = (account: string): { account: string; place: "chain" } => ({ account, place: "chain" });
        expectBroken(play, transferPostings(chain("trader-1"), chain(BURN), asset, 1n), `hold -1 of ${asset}`);
      }),
    );
  });
});

describe("totals", () => {
  it("are over both places, without the burn, which stands apart", () => {
    const accounts = new Accounts();
    accounts.open("lp", "chain", "base", 1n);
    accounts.open("lp", "reference", "base", 2n);
    accounts.open("pair", "chain", "quote", 3n);
    accounts.open("lp", "chain", "liquidity", 4n);
    accounts.open("lp", "chain", "gas", 100n);
    accounts.post(gasPostings("lp", 1n, 9n, 5n));
    expect(totalsOf(accounts)).to.deep.equal({ base: 3n, quote: 3n, liquidity: 4n, gas: 95n, burned: 5n });
  });
});
