import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { swapFee } from "../../../../src/amm/swap-fee.ts";
import { amountOut, passesK } from "../../../../src/amm/uniswap-v2.ts";
import { largestOutput } from "../../../../src/venues/chain/lab/invariants/largest-output.ts";
import { optimisticCases, swapCases } from "../../../amm/published-cases.ts";

const published = swapFee(0.003);
const nothing = { base: 0n, quote: 0n };
const amount = fc.bigInt({ min: 1n, max: 10n ** 24n });

describe("venues: the most that a pair may be asked for", () => {
  it("is what Uniswap's own tables say", () => {
    for (const { amountIn, reserve0, reserve1, amountOut: out } of swapCases)
      expect(largestOutput({ base: reserve0, quote: reserve1 }, { ...nothing, base: amountIn }, "quote", published)).to.equal(out);
    for (const { amountIn, reserve0, reserve1, amountOut: out } of optimisticCases)
      expect(largestOutput({ base: reserve0, quote: reserve1 }, { ...nothing, base: amountIn }, "base", published)).to.equal(out);
  });

  it("passes the pair's own check, and one unit more does not, whatever was paid in either token", () =>
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.bigInt(0n, 10n ** 24n),
        fc.bigInt(0n, 10n ** 24n),
        fc.constantFrom("base", "quote"),
        (base, quote, paidBase, paidQuote, token) => {
          const [reserves, paid] = [
            { base, quote },
            { base: paidBase, quote: paidQuote },
          ];
          const most = largestOutput(reserves, paid, token, published);
          if (most > 0n) expect(passesK(reserves, paid, { ...nothing, [token]: most })).to.equal(true);
          expect(passesK(reserves, paid, { ...nothing, [token]: most + 1n })).to.equal(false);
        },
      ),
    ));

  it("is what the router's formula says where one token is paid and the other taken, at any fee", () =>
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 0, max: 100_000 }), (reserveIn, reserveOut, paid, ppm) => {
        const fee = swapFee(ppm / 1e6);
        const found = largestOutput({ base: reserveIn, quote: reserveOut }, { ...nothing, base: paid }, "quote", fee);
        expect(found).to.equal(amountOut(paid, reserveIn, reserveOut, fee));
      }),
    ));
});
