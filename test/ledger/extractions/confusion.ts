import { expect } from "chai";
import { describe, it } from "mocha";
import { classifyBlock } from "../../../src/ledger/extractions/classify-block.ts";
import { Confusion } from "../../../src/ledger/extractions/confusion.ts";
import { wilsonInterval } from "../../../src/ledger/extractions/wilson-interval.ts";
import { play, PRICE, type PlayedSwap, type Step } from "./play.ts";

const ETH = 10n ** 18n;
const buy = (usd: bigint, pool = "A"): PlayedSwap => ({ pool, side: "buy", amount: usd * 10n ** 6n });
const sell = (eth: bigint, pool = "A"): PlayedSwap => ({ pool, side: "sell", amount: eth * ETH });
const step = (account: string, sender: string, ...swaps: PlayedSwap[]): Step => ({ account, sender, swaps });

/** On A a sandwich and a back-run, then a trader who sells high; on B a trade that leaves no gap. */
const BLOCK: readonly Step[] = [
  step("s", "sandwicher", buy(40_000n)),
  step("v", "trader", buy(50_000n)),
  step("s", "sandwicher", { side: "sell", amount: "back" }),
  step("b", "back-runner", sell(100n)),
  step("t", "trader", sell(40n)),
  step("a", "arbitrageur", sell(1n, "B")),
  { ...step("a", "arbitrageur", sell(1n, "B")), success: false },
  { account: "l", sender: "liquidator", collateral: { base: ETH, paid: 0n, debt: 1n } },
  { account: "o", sender: "oracle" },
];

describe("senders' own names against what they did", () => {
  const confusion = new Confusion();
  for (let block = 0; block < 3; block += 1) {
    const deeds = play(BLOCK);
    confusion.note(deeds, classifyBlock(deeds, PRICE));
  }
  const { rows, precision, recall } = confusion.report();

  it("counts successful transactions that swapped or liquidated, by name and effect", () => {
    const none = { arbitrage: 0, sandwich: 0, "back-run": 0, liquidation: 0, none: 0 };
    expect(rows).to.deep.equal([
      { ...none, sender: "arbitrageur", none: 3 },
      { ...none, sender: "back-runner", arbitrage: 3 },
      { ...none, sender: "liquidator", liquidation: 3 },
      { ...none, sender: "sandwicher", sandwich: 6 },
      { ...none, sender: "trader", arbitrage: 3, none: 3 },
    ]);
  });

  it("says how sure an inferred arbitrage is, and how many were missed", () => {
    expect(precision).to.deep.equal({ hits: 3, of: 6, share: 0.5, interval: wilsonInterval(3, 6) });
    expect(recall).to.deep.equal({ hits: 3, of: 6, share: 0.5, interval: wilsonInterval(3, 6) });
  });

  it("says nothing where nothing was counted", () => {
    const nothing = { hits: 0, of: 0, share: null, interval: null };
    expect(new Confusion().report()).to.deep.equal({ rows: [], precision: nothing, recall: nothing });
  });

  it("leaves arbitrage between pools out of both shares, since it is observed", () => {
    const deeds = play([step("c", "cross-pool-arbitrageur", sell(40n), buy(7_000n, "B"))]);
    const counted = new Confusion();
    counted.note(deeds, [{ ...classifyBlock(play(BLOCK), PRICE)[0]!, transactions: [0], kind: "arbitrage", basis: "observed" }]);
    expect(counted.report()).to.deep.include({ precision: { hits: 0, of: 0, share: null, interval: null } });
    expect(counted.report().recall.of).to.equal(0);
    expect(counted.report().rows[0]!.arbitrage).to.equal(1);
  });
});
