import { expect } from "chai";
import { AbiCoder, getBytes } from "ethers";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Action } from "../../src/core/words.ts";
import { gasLimitOf, scheduledGas } from "../../src/mempool/gas-schedule.ts";

const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 112n - 1n }),
  fc.bigInt({ min: 0n, max: 70_000n }),
  fc.integer({ min: 0, max: 111 }).map((bits) => 2n ** BigInt(bits)),
);
const deadline = fc.integer({ min: 0, max: 4_000_000_000 });
const side = fc.constantFrom("sell" as const, "buy" as const);
const asset = fc.constantFrom("base" as const, "quote" as const);

/** An action and the numbers in its call that vary. */
interface Numbered {
  readonly action: Action;
  readonly numbers: readonly (bigint | number)[];
}
const some: Readonly<Record<Exclude<Action["kind"], "raw">, fc.Arbitrary<Numbered>>> = {
  arbitrage: fc.tuple(side, amount, amount).map(([s, amountIn, minAmountOut]) => ({
    action: { kind: "arbitrage", side: s, amountIn, minAmountOut },
    numbers: [amountIn, minAmountOut],
  })),
  "flash-arbitrage": fc.tuple(fc.constantFrom("pair" as const, "side-pair" as const), amount, amount).map(([cheap, base, minProfit]) => ({
    action: { kind: "flash-arbitrage", cheap, base, minProfit },
    numbers: [base, minProfit],
  })),
  poke: amount.map((price) => ({ action: { kind: "poke", price }, numbers: [price] })),
  observe: fc.constant({ action: { kind: "observe" }, numbers: [] }),
  kick: fc.constant({ action: { kind: "kick", borrower: "borrower-1" }, numbers: [] }),
  bid: fc.tuple(fc.nat(), amount, amount).map(([auction, lot, paid]) => ({
    action: { kind: "bid", auction, lot, amount: paid },
    numbers: [auction, lot, paid],
  })),
  settle: fc.nat().map((auction) => ({ action: { kind: "settle", auction }, numbers: [auction] })),
  restart: fc.nat().map((auction) => ({ action: { kind: "restart", auction }, numbers: [auction] })),
  withdraw: fc.tuple(asset, amount).map(([a, n]) => ({ action: { kind: "withdraw", asset: a, amount: n }, numbers: [n] })),
  trade: fc.tuple(side, amount, amount, deadline).map(([s, amountIn, minAmountOut, until]) => ({
    action: { kind: "trade", side: s, amountIn, minAmountOut, deadline: until },
    numbers: [amountIn, minAmountOut, until],
  })),
  transfer: fc.tuple(asset, amount).map(([a, n]) => ({ action: { kind: "transfer", asset: a, to: "somebody", amount: n }, numbers: [n] })),
  cancel: fc.constant({ action: { kind: "cancel" }, numbers: [] }),
  "add-liquidity": fc.tuple(amount, amount, deadline).map(([base, quote, until]) => ({
    action: { kind: "add-liquidity", base, quote, deadline: until },
    numbers: [base, quote, until],
  })),
  "remove-liquidity": fc.tuple(amount, deadline).map(([liquidity, until]) => ({
    action: { kind: "remove-liquidity", liquidity, deadline: until },
    numbers: [liquidity, until],
  })),
};
const STATUSES = ["success", "reverted", "expired"] as const;

/** Gas of the numbers' bytes as the ABI encodes them: 16 a byte, 4 a zero byte (EIP-2028). */
function encodedGas(numbers: Numbered["numbers"]): number {
  const types = numbers.map(() => "uint256");
  const bytes = getBytes(AbiCoder.defaultAbiCoder().encode(types, numbers));
  return bytes.reduce((gas, byte) => gas + (byte === 0 ? 4 : 16), 0);
}

describe("mempool/gas-schedule: calldata as ethers encodes it", () => {
  for (const [kind, numbered] of Object.entries(some)) {
    it(`${kind}: what varies is the gas of its numbers, first in the block or not, successful or not`, () => {
      fc.assert(
        fc.property(numbered, numbered, fc.boolean(), (one, other, first) => {
          for (const status of STATUSES) {
            const fixed = scheduledGas(one.action, first, status) - encodedGas(one.numbers);
            expect(scheduledGas(other.action, first, status) - encodedGas(other.numbers)).to.equal(fixed);
          }
        }),
      );
    });

    it(`${kind}: the gas limit has room for it and for two balances that were zero, 17,100 each`, () => {
      fc.assert(
        fc.property(numbered, fc.boolean(), fc.constantFrom(...STATUSES), ({ action }, first, status) => {
          expect(scheduledGas(action, first, status) + 2 * 17_100).to.be.at.most(gasLimitOf(action.kind));
        }),
      );
    });
  }

  it("first in the block matters to what touches the pair, by the two accumulators that it writes, and to nothing else", () => {
    for (const [kind, numbered] of Object.entries(some)) {
      const [{ action }] = fc.sample(numbered, { numRuns: 1, seed: 1 }) as [Numbered];
      const difference = scheduledGas(action, true) - scheduledGas(action, false);
      // Two slots that are not zero, each 2,100 for the first touch and 2,900 for the change (EIP-2929), and some arithmetic.
      if (["withdraw", "transfer", "cancel", "poke", "kick", "bid", "settle", "restart"].includes(kind))
        expect(difference, kind).to.equal(0);
      else if (kind === "observe") expect(difference, "one of the accumulators' slots is read anyway").to.equal(2_800);
      else expect(difference / (kind === "flash-arbitrage" ? 2 : 1), kind).to.be.within(10_000, 11_000);
    }
  });
});
