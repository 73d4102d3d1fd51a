import { expect } from "chai";
import { describe, it } from "mocha";
import { toBase, toPrice } from "../../src/core/units.ts";
import type { Sender } from "../../src/core/words.ts";
import { transferPostings } from "../../src/ledger/accounts.ts";
import { ProfitMeter } from "../../src/ledger/profit-meter.ts";
import { SenderCounts } from "../../src/ledger/sender-counts.ts";
import { outcomeOf, txOf } from "./transactions.ts";

const nothingPending = (): number => 0;

describe("what became of transactions", () => {
  it("counts each fate, and how long the mined ones waited", () => {
    const counts = new SenderCounts();
    counts.note("trader", "submitted", 3);
    counts.note("trader", "submitted");
    counts.note("trader", "replaced", 2);
    counts.note("trader", "unaffordable");
    const trade = { kind: "trade", side: "sell", amountIn: 1n, minAmountOut: 0n, deadline: 0 } as const;
    counts.mined(outcomeOf(txOf(trade, "trader-1", "trader", 3)), 3, 1.5);
    counts.mined(outcomeOf(txOf(trade, "trader-2", "trader", 1), false), 8, 0.25);
    counts.mined(outcomeOf(txOf({ kind: "cancel" }, "trader-1", "trader", 4)), 6, 0.5);
    const profits = new ProfitMeter();
    profits.note(
      transferPostings({ account: "pair", place: "chain" }, { account: "trader-2", place: "chain" }, "base", toBase(2)),
      toPrice(150),
    );
    const report = counts.report(profits, (sender) => (sender === "trader" ? 1 : 0));
    expect(report).to.deep.equal([
      {
        sender: "trader",
        submitted: 4,
        mined: 3,
        reverted: 1,
        cancelled: 1,
        replaced: 2,
        unaffordable: 1,
        stillPending: 1,
        gasPaid: 2.25,
        meanWait: 3,
        longestWait: 7,
        profit: 300,
      },
    ]);
  });

  it("leaves out who never tried, and keeps who could not afford to", () => {
    const counts = new SenderCounts();
    counts.note("liquidity-provider", "unaffordable");
    counts.note("arbitrageur", "submitted");
    const report = counts.report(new ProfitMeter(), nothingPending);
    expect(report.map((each) => each.sender)).to.deep.equal(["arbitrageur", "liquidity-provider"]);
    expect(report.map((each) => each.meanWait)).to.deep.equal([0, 0]);
    expect(new SenderCounts().report(new ProfitMeter(), nothingPending)).to.deep.equal([]);
  });

  it("knows no other senders", () => {
    expect(() => new SenderCounts().note("stranger" as Sender, "submitted")).to.throw(RangeError, "no such sender: stranger");
  });
});
