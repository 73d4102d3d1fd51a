import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { backgroundGas, nextBaseFee } from "../../src/mempool/base-fee.ts";

const GWEI = 10n ** 9n;
const LIMIT = 30_000_000n;
const TARGET = LIMIT / 2n;

describe("mempool/base-fee: known steps and where they lead", () => {
  const steps: readonly [what: string, fee: bigint, used: bigint, limit: bigint, next: bigint][] = [
    ["mainnet, after block 12965000, the first with a base fee", GWEI, 30_025_257n, 30_029_122n, 1_124_967_822n],
    ["100 gwei, a full block: an eighth more", 100n * GWEI, LIMIT, LIMIT, 112_500_000_000n],
    ["100 gwei, an empty block: an eighth less", 100n * GWEI, 0n, LIMIT, 87_500_000_000n],
    ["100 gwei, at the target: the same", 100n * GWEI, TARGET, LIMIT, 100n * GWEI],
    ["7 wei, one unit above the target: at least 1 wei up", 7n, TARGET + 1n, LIMIT, 8n],
    ["0 wei, a full block: at least 1 wei up", 0n, LIMIT, LIMIT, 1n],
    ["8 wei, an empty block: an eighth", 8n, 0n, LIMIT, 7n],
    ["7 wei, an empty block: down by the floor of an eighth, which is nothing", 7n, 0n, LIMIT, 7n],
  ];
  for (const [what, fee, used, limit, next] of steps) {
    it(`${what}: ${next}`, () => expect(nextBaseFee(fee, used, limit)).to.equal(next));
  }

  it("others want the target at their own price, twice it at half, half of it at twice", () => {
    const wanted = (gwei: bigint): bigint => backgroundGas(gwei * GWEI, 100n * GWEI, LIMIT);
    expect([50n, 100n, 200n, 400n].map(wanted)).to.deep.equal([LIMIT, TARGET, TARGET / 2n, TARGET / 4n]);
    expect([0n, 1n].map((fee) => backgroundGas(fee, 100n * GWEI, LIMIT))).to.deep.equal([LIMIT, LIMIT]);
  });

  it("while the fee falls to what others pay, the distance shrinks by an eighth a block", () => {
    let fee = 160n * GWEI;
    for (let block = 0; block < 20; block += 1) {
      const next = nextBaseFee(fee, backgroundGas(fee, 100n * GWEI, LIMIT), LIMIT);
      expect(Number(next - 100n * GWEI) / Number(fee - 100n * GWEI)).to.be.closeTo(7 / 8, 1e-6);
      fee = next;
    }
  });

  it("it ends within the rounding of what others pay, wherever it began", () => {
    const price = fc.bigInt({ min: GWEI / 1_000n, max: 5_000n * GWEI });
    fc.assert(
      fc.property(price, price, (start, willingness) => {
        let fee = start;
        // At most ln(2.5e6)/ln(1.125) = 126 full blocks to half the price, and then 7/8 of the distance a block.
        for (let block = 0; block < 126 + 300; block += 1) fee = nextBaseFee(fee, backgroundGas(fee, willingness, LIMIT), LIMIT);
        const gap = fee > willingness ? fee - willingness : willingness - fee;
        // Steps below a wei are not taken, which is eight wei of distance; a unit of gas is worth a share 1/target of the fee.
        expect(gap <= 10n + (2n * willingness) / TARGET, `${fee} for ${willingness}`).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });
});
