import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Asset, Place } from "../../src/core/words.ts";
import { Accounts, transferPostings } from "../../src/ledger/accounts.ts";

const account = fc.constantFrom("lp", "pair", "trader-1", "arbitrageur-1", "arbitrageur-1-executor", "bridge");
const place = fc.constantFrom<Place>("chain", "reference");
const asset = fc.constantFrom<Asset>("base", "quote", "liquidity", "gas");
const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

describe("ledger: postings", () => {
  it("nobody holds anything at first, and asking leaves no trace", () => {
    const accounts = new Accounts();
    expect(accounts.balance("lp", "chain", "base")).to.equal(0n);
    expect([...accounts.all()]).to.deep.equal([]);
  });

  it("a balance is the sum of its own, in any order", () => {
    const posting = fc.record({ account, place, asset, amount });
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 60 }), (postings) => {
        const [forward, backward] = [new Accounts(), new Accounts()];
        forward.post(postings);
        for (const each of [...postings].reverse()) backward.post([each]);
        for (const each of postings) {
          const same = postings.filter(
            (other) => other.account === each.account && other.place === each.place && other.asset === each.asset,
          );
          const sum = same.reduce((total, other) => total + other.amount, 0n);
          expect(forward.balance(each.account, each.place, each.asset)).to.equal(sum);
          expect(backward.balance(each.account, each.place, each.asset)).to.equal(sum);
        }
      }),
    );
  });

  it("a transfer takes from one what it gives to the other", () => {
    fc.assert(
      fc.property(account, place, account, place, asset, amount, (from, fromPlace, to, toPlace, what, moved) => {
        const accounts = new Accounts();
        accounts.open(from, fromPlace, what, 10n ** 31n);
        accounts.post(transferPostings({ account: from, place: fromPlace }, { account: to, place: toPlace }, what, moved));
        const same = from === to && fromPlace === toPlace;
        expect(accounts.balance(from, fromPlace, what)).to.equal(same ? 10n ** 31n : 10n ** 31n - moved);
        if (!same) expect(accounts.balance(to, toPlace, what)).to.equal(moved);
      }),
    );
  });
});
