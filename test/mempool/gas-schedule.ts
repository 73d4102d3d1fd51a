import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { gasLimitOf, scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { anyAction } from "./any-tx.ts";

/** Intrinsic gas of a transaction (yellow paper, appendix G). */
const INTRINSIC = 21_000;

describe("mempool: the gas schedule", () => {
  it("is at least what any transaction costs, more for the first in a block, less for one that fails, and below the limit", () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const first = scheduledGas(action, true);
        const later = scheduledGas(action, false);
        const reverted = scheduledGas(action, true, "reverted");
        const expired = scheduledGas(action, true, "expired");
        expect(INTRINSIC <= expired && expired <= reverted && reverted <= later && later <= first).to.equal(true);
        expect(first).to.be.below(gasLimitOf(action.kind));
      }),
    );
  });

  it("charges 16 gas for a byte of an amount, 4 for a zero byte (EIP-2028)", () => {
    const withdraw = (amount: bigint): number => scheduledGas({ kind: "withdraw", asset: "base", amount }, true);
    expect(withdraw(1n) - withdraw(0n)).to.equal(12);
    expect(withdraw(256n) - withdraw(1n), "its low byte is zero").to.equal(0);
    expect(withdraw(2n ** 128n - 1n) - withdraw(0n)).to.equal(16 * 12);
  });

  it("what a block holds at its limits fits into what was scheduled for it", () => {
    expect(gasLimitOf("trade")).to.be.below(200_000);
    expect(gasLimitOf("arbitrage")).to.be.below(200_000);
  });
});
