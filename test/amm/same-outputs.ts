import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { sameOutputs } from "../../src/amm/same-outputs.ts";
import { smallestInput } from "../../src/amm/smallest-input.ts";
import { feeOf } from "../../src/amm/swap-fee.ts";
import { amountIn as routerAmountIn, amountOut, reservesFor } from "../../src/amm/uniswap-v2.ts";
import { anyAttack, type Attack } from "./any-attack.ts";

describe("amm/smallest-input", () => {
  it("buys the output, and one unit less does not", () => {
    fc.assert(
      fc.property(anyAttack, fc.integer({ min: 1, max: 999 }), ({ pool, side }, perMille) => {
        const { reserveIn, reserveOut } = reservesFor(pool, side);
        const wanted = (reserveOut * BigInt(perMille)) / 1_000n + 1n;
        const out = wanted < reserveOut ? wanted : reserveOut - 1n;
        const paid = smallestInput(out, reserveIn, reserveOut, feeOf(pool));
        expect(amountOut(paid, reserveIn, reserveOut, feeOf(pool)) >= out).to.equal(true);
        if (paid > 1n) expect(amountOut(paid - 1n, reserveIn, reserveOut, feeOf(pool)) < out).to.equal(true);
      }),
    );
  });

  it("is the router's answer, less one where the quotient is whole", () => {
    const fee = { kept: 997n, whole: 1000n };
    expect([smallestInput(1n, 997n, 2n, fee), routerAmountIn(1n, 997n, 2n)]).to.deep.equal([1_000n, 1_001n]);
    expect([smallestInput(1n, 998n, 2n, fee), routerAmountIn(1n, 998n, 2n)]).to.deep.equal([1_002n, 1_002n]);
  });
});

describe("amm/same-outputs", () => {
  it("every output is the same at the first and the last of them, and one is not on either side", () => {
    fc.assert(
      fc.property(anyAttack, fc.integer({ min: 1, max: 1_000_000 }), (attack, ppm) => {
        const { reserveIn } = reservesFor(attack.pool, attack.side);
        const input = (reserveIn * BigInt(ppm)) / 1_000_000n + 1n;
        const later = attack.victims.map(({ amountIn }) => amountIn);
        const { first, last } = sameOutputs(attack.pool, attack.side, input, later);
        const outputs = outputsOf(attack, input);
        expect(first > 0n && first <= input && input <= last).to.equal(true);
        for (const same of [first, last]) expect(outputsOf(attack, same)).to.deep.equal(outputs);
        for (const other of [first - 1n, last + 1n]) if (other > 0n) expect(outputsOf(attack, other)).not.to.deep.equal(outputs);
      }),
      { numRuns: 500 },
    );
  });
});

/** What a swap of this input and the victims after it receive. */
function outputsOf({ pool, side, victims }: Attack, input: bigint): readonly bigint[] {
  let { reserveIn, reserveOut } = reservesFor(pool, side);
  return [input, ...victims.map(({ amountIn }) => amountIn)].map((paid) => {
    const out = amountOut(paid, reserveIn, reserveOut, feeOf(pool));
    reserveIn += paid;
    reserveOut -= out;
    return out;
  });
}
