import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { extractionStory } from "../../../src/report/mev/extraction-story.ts";
import { mevBlocks } from "../../../src/report/mev/mev-blocks.ts";
import type { FoundExtraction, MevBlock } from "../../../src/report/mev/mev-blocks.ts";
import { makeMev } from "./fixture.ts";

/** The one extraction of a kind in a block. */
function find(run: "black-thursday" | "may-19", height: number, kind: string): [MevBlock, FoundExtraction] {
  const block = mevBlocks(makeMev(run)).find((each) => each.block === height);
  const extraction = block?.extractions.find((each) => each.kind === kind);
  if (block === undefined || extraction === undefined) throw new Error(`no ${kind} in block ${height}`);
  return [block, extraction];
}

describe("an extraction in three sentences", () => {
  const [block, sandwich] = find("may-19", 1_516, "sandwich");

  it("a sandwich: what the victim was to receive, both legs, and who got what it lost", () => {
    expect(extractionStory(block, sandwich)).to.deep.equal({
      before:
        "Before: the pool stood at 2,540.57, 0.46 % below the reference price of 2,552.43; trader-1 was to receive 157.0 base for 402,542 quote.",
      done: "Done: sandwicher-2 bought 62.57 base for 159,833 quote ahead of trader-1 and sold 62.57 base for 160,891 quote after.",
      paid: "Who paid: trader-1 received $2,003 less, liquidity providers gained $945, sandwicher-2 took $1,058 before costs, the builder got $918 (86.7 % of that), sandwicher-2 kept $140.",
    });
  });

  it("the victim's quote is what the pool's formula gives without the front leg", () => {
    // Constant product with a fee of 0.3 %, from price and first swap alone: y = price·x, and dx = x·kept/(y + kept) gives y.
    const [front, victim] = [sandwich.own[0], sandwich.victims[0]];
    if (front === undefined || victim === undefined) throw new Error("a sandwich has a leg and a victim");
    const kept = front.amountIn * 0.997;
    const quote = (kept * front.amountOut) / (kept / front.priceBefore - front.amountOut);
    const base = quote / front.priceBefore;
    const given = victim.amountIn * 0.997;
    const wanted = (base * given) / (quote + given);
    expect(victim.amountOut + sandwich.victimLoss / block.price).to.be.closeTo(wanted, 1e-4 * wanted);
  });

  it("arbitrage: which way the pool was off, and what the base was worth", () => {
    const told = extractionStory(...find("black-thursday", 3_007, "arbitrage"));
    expect(told.before).to.equal("Before: the pool stood at 142.31, 7.67 % below the reference price of 154.14.");
    expect(told.done).to.equal(
      "Done: arbitrageur-1 bought 760.1 base for 112,955 quote; at the reference price that base is worth $117,154.",
    );
    expect(told.paid).to.match(/^Who paid: liquidity providers lost \$4,199, arbitrageur-1 took \$4,199 before costs/);
  });

  it("a back-run: who moved the price, and from where to where", () => {
    const told = extractionStory(...find("may-19", 3_254, "back-run"));
    expect(told.before).to.equal(
      "Before: trader-3 moved the pool from 2,595.80 to 2,707.73; the pool stood at 2,707.73, 3.70 % above the reference price of 2,611.10.",
    );
  });

  it("arbitrage between pools: that base came from the other pool, or went there", () => {
    const placed = mevBlocks(makeMev("black-thursday")).flatMap((each) => each.extractions.map((found) => [each, found] as const));
    const flash = placed.filter(([, { own }]) => own[0]?.action === "flash-arbitrage");
    expect(flash.length).to.be.above(0);
    for (const [where, found] of flash) {
      const side = found.own[0]?.side;
      expect(extractionStory(where, found).done).to.contain(
        side === "buy" ? "and sold it in the second pool at once" : "that it bought in the second pool at once",
      );
    }
  });

  it("others between the legs, several victims, and a liquidation", () => {
    const [where, found] = find("black-thursday", 3_007, "sandwich");
    expect(extractionStory(where, found).paid).to.contain("liquidity providers gained $48.09, other swaps between gained $35.64");
    const twice = { ...sandwich, victims: [...sandwich.victims, ...sandwich.victims] };
    const told = extractionStory(block, twice);
    expect(told.before).to.match(/; 2 swaps of others were to come\.$/);
    expect(told.paid).to.contain("2 victims received $2,003 less");
    const liquidation = { ...sandwich, kind: "liquidation", victims: [], victimLoss: 0, poolGain: 0, own: [], seized: 100, debt: 9_000 };
    const won = extractionStory(block, { ...liquidation, paidFor: 9_500 });
    expect(won.done).to.equal(
      "Done: sandwicher-2 took 100.0 base of collateral, worth $255,243, for 9,500.0 quote, where 9,000.0 was owed.",
    );
    expect(won.paid).to.contain(
      "the borrower lost the collateral and owes nothing, the lender got $500 more than was owed, sandwicher-2 took $1,058",
    );
    const given = extractionStory(block, { ...liquidation, paidFor: 1 });
    expect(given.paid).to.contain("the lender lost $8,999 of what was owed");
  });

  it("turns with the sign of each amount", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (gross, net, poolGain, victimLoss) => {
        const { paid } = extractionStory(block, { ...sandwich, gross, net, poolGain, victimLoss });
        expect(paid.includes(gross < 0 ? "sandwicher-2 lost $" : "sandwicher-2 took $")).to.equal(true);
        expect(paid.includes(net < 0 ? "was left with a loss of $" : "sandwicher-2 kept $")).to.equal(true);
        expect(paid.includes("liquidity providers lost")).to.equal(poolGain < 0);
        expect(paid.includes("liquidity providers gained")).to.equal(poolGain > 0);
        expect(paid.includes("other swaps between lost")).to.equal(victimLoss - gross - poolGain < 0);
        expect(paid.includes("other swaps between gained")).to.equal(victimLoss - gross - poolGain > 0);
        expect(paid.includes("% of that")).to.equal(gross > 0);
        expect(paid).not.to.contain("burned");
      }),
    );
    expect(extractionStory(block, { ...sandwich, burned: 3.5 }).paid).to.contain(", $3.50 was burned, ");
  });
});
