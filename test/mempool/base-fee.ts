import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { backgroundGas, nextBaseFee } from "../../src/mempool/base-fee.ts";

const GWEI = 10n ** 9n;

/** go-ethereum, consensus/misc/eip1559, TestCalcBaseFee: gas limit 20,000,000, base fee 1 gwei. */
const published: readonly (readonly [gasUsed: bigint, next: bigint, what: string])[] = [
  [10_000_000n, 1_000_000_000n, "at its target"],
  [9_000_000n, 987_500_000n, "below it"],
  [11_000_000n, 1_012_500_000n, "above it"],
  [20_000_000n, 1_125_000_000n, "full"],
  [0n, 875_000_000n, "empty"],
];

/** The specification's own steps (EIP-1559, `validate_block`), in its own order. */
function specified(baseFee: bigint, used: bigint, limit: bigint): bigint {
  const target = limit / 2n;
  if (used === target) return baseFee;
  const off = used > target ? used - target : target - used;
  const change = (baseFee * off) / target / 8n;
  return used > target ? baseFee + (change > 1n ? change : 1n) : baseFee - change;
}

const fee = fc.bigInt({ min: 0n, max: 10n ** 15n });
const limit = fc.bigInt({ min: 200_000n, max: 60_000_000n });

describe("mempool: the base fee (EIP-1559)", () => {
  for (const [gasUsed, next, what] of published) {
    it(`of 1 gwei becomes ${next} wei after a block ${what}, as go-ethereum has it`, () => {
      expect(nextBaseFee(GWEI, gasUsed, 20_000_000n)).to.equal(next);
    });
  }

  it("follows the specification for every block, by an eighth at most", () => {
    fc.assert(
      fc.property(fee, limit, fc.bigInt({ min: 0n, max: 1_000_000n }), (baseFee, gasLimit, share) => {
        const used = (gasLimit * share) / 1_000_000n;
        const next = nextBaseFee(baseFee, used, gasLimit);
        expect(next).to.equal(specified(baseFee, used, gasLimit));
        expect(next).to.be.at.least(baseFee - baseFee / 8n);
        // An odd limit leaves a full block one unit above twice its target.
        expect(next).to.be.at.most(baseFee + baseFee / 8n + baseFee / (8n * (gasLimit / 2n)) + 1n);
      }),
    );
  });
});

describe("mempool: the gas that everybody else wants", () => {
  it("fills the block to its target where the base fee is what they are ready to pay, and never more than the block", () => {
    fc.assert(
      fc.property(fee, fee, limit, (baseFee, willingness, gasLimit) => {
        const gas = backgroundGas(baseFee, willingness, gasLimit);
        expect(gas).to.be.within(0n, gasLimit);
        if (baseFee > 0n) expect(backgroundGas(baseFee, baseFee, gasLimit)).to.equal(gasLimit / 2n);
        expect(backgroundGas(baseFee + 1n, willingness, gasLimit), "less at a higher fee").to.be.at.most(gas);
      }),
    );
  });

  it("draws the base fee to what they are ready to pay, from above and from below", () => {
    for (const start of [1n, 7n * GWEI, 90n * GWEI, 5_000n * GWEI]) {
      let baseFee = start;
      for (let block = 0; block < 400; block += 1) {
        baseFee = nextBaseFee(baseFee, backgroundGas(baseFee, 30n * GWEI, 15_000_000n), 15_000_000n);
      }
      expect(Number(baseFee) / 30e9, `from ${start} wei`).to.be.closeTo(1, 1e-6);
    }
  });
});
