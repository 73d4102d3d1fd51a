import { expect } from "chai";
import { describe, it } from "mocha";
import type { BiddingRule } from "../../../src/agents/bidding/bidding-rule.ts";
import { SealedOffers } from "../../../src/agents/searchers/sealed-offers.ts";
import type { View } from "../../../src/agents/view.ts";
import type { Action, Bundle } from "../../../src/core/words.ts";
import { scheduledGas } from "../../../src/mempool/gas-schedule.ts";
import { viewOf } from "../view-of.ts";

const GWEI = 10n ** 9n;
const ETHER = 10n ** 18n;
const own: readonly Action[] = [{ kind: "arbitrage", side: "sell", amountIn: ETHER, minAmountOut: 1n, payment: 1n }];
const gas = BigInt(own.reduce((sum, action) => sum + scheduledGas(action, true), 0));
const bundle: Bundle = { id: 1, from: "a", sender: "back-runner", txs: [], mayRevert: [], block: 100 };

interface Learned {
  readonly offer: bigint;
  readonly value: bigint;
  readonly won: boolean;
}

/** Offers half, and keeps what it is told. */
function halves(): { readonly rule: BiddingRule; readonly learned: readonly Learned[] } {
  const learned: Learned[] = [];
  return { rule: { offer: (value) => value / 2n, learn: (offer, value, won) => learned.push({ offer, value, won }) }, learned };
}

/** Base fee 10 gwei; the crowd bids 25. */
const at = (block: number): View => ({ ...viewOf({ block, gwei: 20 }), baseFee: 10n * GWEI, takesBundles: true });

describe("agents/searchers: sealed offers", () => {
  it("pay the base fee as gas, and beside it what the crowd pays for the place and the rule's share of what is left", () => {
    const offers = new SealedOffers(halves().rule);
    const offer = offers.make(at(100), own, ETHER, ETHER / 10n, () => 0);
    const value = ETHER - gas * 25n * GWEI - ETHER / 10n;
    expect(offer).to.deep.equal({
      bid: { maxFeePerGas: 10n * GWEI, maxPriorityFeePerGas: 0n, expected: 10n * GWEI },
      payment: gas * 15n * GWEI + value / 2n,
    });
  });

  it("are not made where nothing is left", () => {
    const offers = new SealedOffers(halves().rule);
    const cost = gas * 25n * GWEI;
    expect(offers.make(at(100), own, cost + 5n, 5n, () => 0)).to.equal(null);
    expect(offers.make(at(100), own, cost + 6n, 5n, () => 0)?.payment).to.equal(gas * 15n * GWEI);
  });

  it("teach the rule once each, by the news of their own block alone", () => {
    const { rule, learned } = halves();
    const offers = new SealedOffers(rule);
    const news = (block: number, included: readonly Bundle[]): void => offers.hear({ block, included, leftOut: [], mined: [] });
    offers.make(at(100), own, ETHER, 0n, () => 0);
    news(100, [bundle]);
    news(101, [bundle]);
    offers.make(at(102), own, ETHER, 0n, () => 0);
    news(102, []);
    offers.make(at(103), own, ETHER, 0n, () => 0);
    news(104, [bundle]);
    news(103, [bundle]);
    expect(learned.map(({ won }) => won)).to.deep.equal([true, false]);
    const value = ETHER - gas * 25n * GWEI;
    expect(learned[0]).to.deep.equal({ offer: value / 2n, value, won: true });
  });
});
