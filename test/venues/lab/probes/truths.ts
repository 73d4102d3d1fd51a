import { expect } from "chai";
import { describe, it } from "mocha";
import { amountOut } from "../../../../src/amm/uniswap-v2.ts";
import { ownArtifact } from "../../../../src/venues/chain/artifacts.ts";
import { feeReading } from "../../../../src/venues/chain/lab/probes/fee-reading.ts";
import { fillLab } from "../../../../src/venues/chain/lab/probes/fill-lab.ts";
import { firstDepositReading } from "../../../../src/venues/chain/lab/probes/first-deposit-reading.ts";
import { largestOutput, letsGo } from "../../../../src/venues/chain/lab/probes/largest-output.ts";
import { roundingReading } from "../../../../src/venues/chain/lab/probes/rounding-reading.ts";
import { skimReading } from "../../../../src/venues/chain/lab/probes/skim-reading.ts";
import type { PoolBinding } from "../../../../src/venues/chain/pool-binding.ts";
import { FILL, forkOf, inFilledLab, opener, ownPair, published } from "./filled-lab.ts";

const QUOTE = FILL.quote * 1_000_000n;
const feeOf = async (binding: PoolBinding): ReturnType<typeof feeReading> => inFilledLab(binding, (lab) => feeReading(lab, binding.terms));

describe("venues: the most that a pair lets go of", () => {
  it("is what the router's formula says, to the unit, from any guess", async () => {
    await inFilledLab(published, async (lab) => {
      const paid = FILL.base / 100n;
      const expected = amountOut(paid, FILL.base, QUOTE);
      expect(await letsGo(lab, "sell", paid, expected)).to.equal(true);
      expect(await letsGo(lab, "sell", paid, expected + 1n)).to.equal(false);
      for (const guess of [0n, expected - 1_000n, expected, expected + 1n, 2n * expected, QUOTE])
        expect(await largestOutput(lab, "sell", paid, guess, 1_000_000n, 1n), `${guess}`).to.equal(expected);
    });
  });
});

describe("venues: probes of the fee", () => {
  it("finds the fee that is said and keeps every quote, at 0.3, 0.25 and 1 %", async () => {
    for (const [binding, fee] of [
      [published, 0.003],
      [await forkOf(0.0025), 0.0025],
      [await forkOf(0.01), 0.01],
    ] as const) {
      const { stated, charged, gap, quotes, quoteGap, broken } = await feeOf(binding);
      expect([stated, quotes, quoteGap, broken]).to.deep.equal([fee, 10, 0, []]);
      for (const each of charged) expect(each.fee).to.be.closeTo(fee, 5e-9);
      expect(gap).to.be.below(5e-9);
    }
  });

  it("asks a pair whose fee moves, and one that quotes for itself", async () => {
    const moving = await feeOf(await ownPair("VolatilityFeePair", { feeGetter: "feePpm()" }));
    expect(moving.stated).to.equal(0.0005);
    expect(moving.gap).to.be.below(1e-8);
    expect(moving.broken).to.deep.equal([]);
    const quoting = await feeOf(await ownPair("QuotingPair", { quoteGetter: "getAmountOut(uint256,address)" }));
    expect([quoting.stated, quoting.gap, quoting.broken]).to.deep.equal([null, null, []]);
    for (const { fee } of quoting.charged) expect(fee).to.be.closeTo(0.004, 1e-8);
  });

  it("finds that a pair insists on less than it says", async () => {
    const { charged, gap } = await feeOf(await ownPair("FeelessCheckPair"));
    for (const { fee } of charged) expect(fee).to.be.closeTo(0, 1e-8);
    expect(gap).to.be.closeTo(0.003, 1e-8);
  });

  it("reports a quote that its swap does not keep with both numbers, and a swap that is refused with its reason", async () => {
    // It insists on 0.4 %, and the terms say 0.3 %.
    const { broken, quotes, quoteGap, charged } = await feeOf(await ownPair("QuotingPair", { fee: 0.003 }));
    expect(broken).to.have.length(quotes);
    expect(quoteGap).to.equal(1);
    const [first] = broken;
    expect(first).to.include({ side: "sell", share: 0.0001, brought: null });
    expect(BigInt(first?.quoted ?? "0")).to.equal(amountOut(FILL.base / 10_000n, FILL.base, QUOTE));
    expect(first?.reason).to.be.a("string");
    for (const { fee } of charged) expect(fee).to.be.closeTo(0.004, 1e-8);
    // A token that keeps more than the terms say brings less than was quoted.
    const taxed = await forkOf(0.003);
    const lab = await opener(taxed)({ quote: { decimals: 6, artifact: ownArtifact("FeeOnTransferToken"), args: [10_000] } });
    try {
      await fillLab(lab, FILL.base, QUOTE);
      const reading = await feeReading(lab, taxed.terms);
      const sale = reading.broken.find(({ side, share }) => side === "sell" && share === 0.01);
      expect(Number(sale?.brought) / Number(sale?.quoted)).to.be.closeTo(0.99, 1e-6);
      expect(reading.quoteGap).to.be.closeTo(0.01, 1e-3);
    } finally {
      await lab.close();
    }
  });
});

describe("venues: probes of dust", () => {
  it("a sound pair never loses a unit, whatever its size", async () => {
    for (const binding of [published, await forkOf(0), await forkOf(0.0025)]) {
      const usual = await inFilledLab(binding, (lab) => roundingReading(lab, 5, 1e-6));
      expect(usual).to.include({ largestLoss: 0, payment: 0, worth: 0 });
      expect(usual.roundTrip).to.be.at.most(0);
      expect(usual.tried).to.be.above(10);
      const few = await opener(binding)();
      try {
        await fillLab(few, 20_011n, 19_997n);
        expect(await roundingReading(few, 5, 1e-6)).to.include({ largestLoss: 0 });
      } finally {
        await few.close();
      }
    }
  });

  it("one that rounds for the trader loses units", async () => {
    const few = await opener(await ownPair("RoundingPair"))();
    try {
      await fillLab(few, 20_011n, 19_997n);
      const { largestLoss, payment, worth } = await roundingReading(few, 5, 1e-6);
      expect(largestLoss).to.be.above(0.5);
      expect(payment).to.be.above(0);
      expect(worth).to.be.closeTo(largestLoss * 1e-6, 1e-12);
    } finally {
      await few.close();
    }
  });
});

describe("venues: probes of the first deposit", () => {
  const victim = { base: 10n ** 19n, quote: 20_000n * 10n ** 6n };
  const readingOf = async (binding: PoolBinding): ReturnType<typeof firstDepositReading> => {
    const lab = await opener(binding)();
    try {
      return await firstDepositReading(lab, victim);
    } finally {
      await lab.close();
    }
  };

  it("behind a thousand locked shares a depositor loses a share of one at most, and who donated the donation", async () => {
    const { first, tried, victimLoss } = await readingOf(published);
    expect(first).to.equal(1_001);
    // floor(1001/D) shares of a thousand and one: one of them at most is rounded away.
    for (const { donation, victimLoss: loss, attackerGain } of tried) {
      expect(loss, `${donation}`).to.be.within(0, 1 / Math.floor(1_001 / donation));
      expect(attackerGain, `${donation}`).to.be.closeTo(-donation, 0.01);
    }
    expect(victimLoss).to.be.below(0.002);
  });

  it("where nothing is locked, half of a deposit in front of it takes a quarter of it", async () => {
    const { first, tried, victimLoss } = await readingOf(await ownPair("UnlockedSharePair"));
    expect(first).to.equal(1);
    // One of two shares of one and a half deposits, two of three of four thirds, three of four of five quarters.
    const losses = new Map(tried.map((each) => [each.donation, each.victimLoss]));
    expect(losses.get(0.5001)).to.be.closeTo(0.24995, 1e-6);
    expect(losses.get(0.3334)).to.be.closeTo(1 - (2 / 3) * 1.3334, 1e-6);
    expect(losses.get(0.2501)).to.be.closeTo(1 - 0.75 * 1.2501, 1e-6);
    expect(victimLoss).to.equal(losses.get(0.5001));
    for (const { donation, victimLoss: loss, attackerGain } of tried) expect(attackerGain, `${donation}`).to.be.closeTo(loss, 1e-6);
  });
});

describe("venues: probes of skim and sync", () => {
  it("a stranger gets what lies above the reserves and no more", async () => {
    expect(await inFilledLab(published, skimReading)).to.deep.equal({ taken: 0, isExact: true, isSynced: true });
  });

  it("or all of it, where nothing is compared", async () => {
    const { taken } = await inFilledLab(await ownPair("UnguardedSkimPair"), skimReading);
    expect(taken).to.be.above(0.0005);
  });
});
