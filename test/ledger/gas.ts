import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { TxKind } from "../../src/core/words.ts";
import { Accounts, BURN } from "../../src/ledger/accounts.ts";
import { gasPostings } from "../../src/ledger/gas-entries.ts";
import { GasMeter } from "../../src/ledger/gas-meter.ts";

const units = fc.bigInt({ min: 21_000n, max: 30_000_000n });
const wei = fc.bigInt({ min: 0n, max: 10n ** 13n });
const bid = fc.tuple(wei, wei).map(([baseFee, tip]) => ({ baseFee, price: baseFee + tip }));
const payer = fc.constantFrom("trader-1", "arbitrageur-1", "bridge");

describe("gas postings", () => {
  it("sum to nothing: what the sender pays is burned or the builder's", () => {
    fc.assert(
      fc.property(payer, units, bid, (from, gas, { price, baseFee }) => {
        const postings = gasPostings(from, gas, price, baseFee);
        expect(postings.every((each) => each.place === "chain" && each.asset === "gas")).to.equal(true);
        expect(postings.reduce((sum, each) => sum + each.amount, 0n)).to.equal(0n);
        const of = (account: string): bigint => postings.reduce((sum, each) => (each.account === account ? sum + each.amount : sum), 0n);
        expect(of(from)).to.equal(-gas * price);
        expect(of(BURN)).to.equal(gas * baseFee);
        expect(of("coinbase")).to.equal(gas * (price - baseFee));
        expect(of("coinbase") >= 0n).to.equal(true);
      }),
    );
  });

  it("before EIP-1559 nothing is burned", () => {
    expect(gasPostings("trader-1", 100_000n, 10n ** 10n, 0n).find((each) => each.account === BURN)?.amount).to.equal(0n);
  });
});

describe("gas meter", () => {
  const entry = fc.record({
    from: payer,
    kind: fc.constantFrom<TxKind>("trade", "arbitrage", "withdraw", "cancel"),
    status: fc.constantFrom("success", "reverted", "expired"),
    scheduled: units,
    measured: units,
    bid,
  });

  it("an account's difference is what measured gas would have left it less what scheduled gas did", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const [scheduledBooks, measuredBooks, meter] = [new Accounts(), new Accounts(), new GasMeter()];
        for (const { from, kind, status, scheduled, measured, bid } of entries) {
          meter.note(from, kind, status, scheduled, measured, bid.price, bid.baseFee);
          scheduledBooks.post(gasPostings(from, scheduled, bid.price, bid.baseFee));
          measuredBooks.post(gasPostings(from, measured, bid.price, bid.baseFee));
        }
        for (const account of ["trader-1", "arbitrageur-1", "bridge", "coinbase"]) {
          const left = measuredBooks.balance(account, "chain", "gas") - scheduledBooks.balance(account, "chain", "gas");
          expect(meter.difference.get(account) ?? 0n).to.equal(left);
        }
        const paid = entries.reduce((sum, each) => sum + (each.measured - each.scheduled) * each.bid.price, 0n);
        expect(meter.total).to.equal(paid);
      }),
    );
  });

  it("reports means by kind, reverted ones apart, in the order of their names", () => {
    const meter = new GasMeter();
    meter.note("trader-1", "trade", "success", 100n, 110n, 1n, 0n);
    meter.note("trader-2", "trade", "success", 200n, 190n, 1n, 0n);
    meter.note("trader-1", "trade", "reverted", 50n, 40n, 1n, 0n);
    meter.note("arbitrageur-1", "arbitrage", "success", 300n, 300n, 1n, 0n);
    expect(meter.report()).to.deep.equal([
      { kind: "arbitrage", count: 1, scheduled: 300, measured: 300 },
      { kind: "trade", count: 2, scheduled: 150, measured: 150 },
      { kind: "trade, reverted", count: 1, scheduled: 50, measured: 40 },
    ]);
    expect(meter.total).to.equal(-10n);
  });

  it("a schedule that is right leaves nobody a difference", () => {
    const meter = new GasMeter();
    meter.note("trader-1", "trade", "success", 100_000n, 100_000n, 10n ** 10n, 10n ** 9n);
    expect([...meter.difference.values()].every((each) => each === 0n)).to.equal(true);
    expect(meter.total).to.equal(0n);
  });
});
