import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import type { Posting } from "../../../src/ledger/accounts.ts";
import { transferPostings } from "../../../src/ledger/accounts.ts";
import { ZeroSumTable } from "../../../src/ledger/extractions/zero-sum-table.ts";
import { gasPostings } from "../../../src/ledger/gas-entries.ts";
import { fillPostings } from "../../../src/ledger/reference-entries.ts";

const chain = (account: string): { account: string; place: "chain" } => ({ account, place: "chain" });
const account = fc.constantFrom(
  "trader-1",
  "trader-2",
  "pair",
  "lp",
  "sandwicher-1",
  "arbitrageur-1-executor",
  "liquidity-issue",
  "bridge",
);
const amount = fc.bigInt({ min: 0n, max: 10n ** 24n });

/** Entries of every kind, each of which sums to zero. */
const entry: fc.Arbitrary<readonly Posting[]> = fc.oneof(
  fc
    .tuple(account, account, fc.constantFrom("base", "quote", "gas", "liquidity"), amount)
    .map(([from, to, asset, value]) => transferPostings(chain(from), chain(to), asset, value)),
  fc.tuple(account, fc.bigInt({ min: 10n, max: 500n })).map(([from, price]) => gasPostings(from, 100_000n, price, 10n)),
  fc
    .tuple(account, amount, amount, amount, amount)
    .map(([who, base, quote, cost, impact]) => fillPostings(who, { base, quote, cost, impact })),
);

const ASSETS = ["base", "quote", "gas"] as const;
const sums = (rows: readonly Record<(typeof ASSETS)[number], bigint>[]): readonly bigint[] =>
  ASSETS.map((asset) => rows.reduce((total, each) => total + each[asset], 0n));

describe("who gained what from whom", () => {
  it("is gathered by participant, over a block and over the run", () => {
    const table = new ZeroSumTable();
    table.note(transferPostings(chain("trader-1"), chain("pair"), "quote", 300n));
    table.note(transferPostings(chain("pair"), chain("trader-1"), "base", 20n));
    table.note(transferPostings(chain("liquidity-issue"), chain("lp"), "liquidity", 5n));
    table.note(gasPostings("trader-1", 10n, 7n, 4n));
    const first = table.closeBlock(1);
    expect(first).to.deep.equal([
      { participant: "builder", base: 0n, quote: 0n, gas: 30n },
      { participant: "burn", base: 0n, quote: 0n, gas: 40n },
      { participant: "liquidity-provider", base: -20n, quote: 300n, gas: 0n },
      { participant: "trader", base: 20n, quote: -300n, gas: -70n },
    ]);
    table.note(transferPostings(chain("trader-2"), chain("lp"), "base", 3n));
    expect(table.closeBlock(2)).to.deep.equal([
      { participant: "liquidity-provider", base: 3n, quote: 0n, gas: 0n },
      { participant: "trader", base: -3n, quote: 0n, gas: 0n },
    ]);
    const run = table.report();
    expect(run.find((each) => each.participant === "trader")).to.deep.equal({ participant: "trader", base: 17n, quote: -300n, gas: -70n });
    expect(run.map((each) => each.participant)).to.deep.equal(["builder", "burn", "liquidity-provider", "trader"]);
  });

  it("sums to zero in every column, and over blocks to the run", () => {
    fc.assert(
      fc.property(fc.array(fc.array(entry, { maxLength: 8 }), { maxLength: 6 }), (blocks) => {
        const table = new ZeroSumTable();
        const closed = blocks.map((entries, block) => {
          for (const postings of entries) table.note(postings);
          const rows = table.closeBlock(block + 1);
          expect(sums(rows)).to.deep.equal([0n, 0n, 0n]);
          return rows;
        });
        for (const row of table.report()) {
          const own = closed.flat().filter(({ participant }) => participant === row.participant);
          expect(sums(own)).to.deep.equal(ASSETS.map((asset) => row[asset]));
        }
        expect(sums(table.report())).to.deep.equal([0n, 0n, 0n]);
      }),
    );
  });

  it("names the block and the asset in which something appeared", () => {
    for (const asset of ASSETS) {
      const table = new ZeroSumTable();
      table.note(transferPostings(chain("bridge"), chain("lp"), asset, 9n));
      table.closeBlock(6);
      table.note([{ account: "coinbase", place: "chain", asset, amount: 1n }]);
      expect(() => table.closeBlock(7))
        .to.throw(IdentityError, `gained 1 of ${asset}`)
        .that.includes({ identity: 4, block: 7 });
    }
  });
});
