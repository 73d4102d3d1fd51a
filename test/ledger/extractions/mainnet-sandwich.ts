import { expect } from "chai";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { classifyBlock } from "../../../src/ledger/extractions/classify-block.ts";
import type { Deed } from "../../../src/ledger/extractions/deed.ts";

/** What the four victims would have received less what they did, computed apart from this project from the recorded reserves and inputs. */
const LOST = [
  [3, 238042840814283360n],
  [4, 109339860321188361n],
  [5, 45553521933458922n],
  [6, 10852686526805330866n],
] as const;

/** token0 stands as base and token1, which is WETH, as quote. */
function recordedDeeds(): readonly Deed[] {
  const text = readFileSync(new URL("../../data/mainnet-v2-sandwich-12775690.csv", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.slice(1).map((line): Deed => {
    const [index, , base, quote, baseIn, quoteIn, baseOut, quoteOut, baseAfter, quoteAfter] = line.split(",").map(BigInt);
    const side = baseIn! > 0n ? "sell" : "buy";
    return {
      index: Number(index),
      account: index === 2n || index === 7n ? "attacker" : `account-${index}`,
      sender: "visitor",
      success: true,
      swaps: [
        {
          pool: "pair",
          side,
          amountIn: side === "sell" ? baseIn! : quoteIn!,
          amountOut: side === "sell" ? quoteOut! : baseOut!,
          before: { base: base!, quote: quote!, supply: 0n },
          after: { base: baseAfter!, quote: quoteAfter!, supply: 0n },
        },
      ],
      collateral: null,
      gasFee: 0n,
      burned: 0n,
      payment: 0n,
    };
  });
}

describe("the sandwich of mainnet block 12775690", () => {
  const deeds = recordedDeeds();
  // As far as the pool's own price before the block, so that nothing else is worth while.
  const { base, quote } = deeds[0]!.swaps[0]!.before;
  const extractions = classifyBlock(deeds, (quote * 10n ** 20n) / base);
  const found = extractions.find(({ kind }) => kind === "sandwich")!;

  it("is found, with its two legs and the gross profit to the wei", () => {
    expect(extractions.filter(({ kind }) => kind === "sandwich")).to.have.lengthOf(1);
    expect(found.account).to.equal("attacker");
    expect(found.transactions).to.deep.equal([2, 7]);
    expect(found.gross).to.deep.equal({ base: 0n, quote: 49991481915322274n });
    expect(found.basis).to.equal("observed");
  });

  it("has exactly the four victims between, and not the swap before it", () => {
    expect(found.victims.map(({ index, account, asset, lost }) => [index, account, asset, lost])).to.deep.equal(
      LOST.map(([index, lost]) => [index, `account-${index}`, "base", lost]),
    );
  });

  it("took from the victims what attacker and pool gained", () => {
    const lost = found.victims.reduce((sum, each) => sum + each.lostValue, 0);
    expect(found.windfallValue).to.equal(0);
    expect(found.poolGain).to.be.greaterThan(found.grossValue);
    expect((found.grossValue + found.poolGain) / lost).to.be.closeTo(1, 1e-12);
  });
});
