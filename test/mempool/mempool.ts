import { replacementFee } from "../../src/core/replacement-fee.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { CrashError } from "../../src/core/errors.ts";
import type { Tx } from "../../src/core/words.ts";
import { emptyMempool, type Mempool, nonceFor, submit, withoutMined } from "../../src/mempool/mempool.ts";
import { anyPending, txOf } from "./any-tx.ts";
import { blockByFee } from "./block-by-fee.ts";

const fill = (pending: readonly Tx[]): Mempool => pending.reduce(submit, emptyMempool);

function refusal(mempool: Mempool, tx: Tx): string {
  try {
    submit(mempool, tx);
  } catch (error) {
    if (error instanceof CrashError) return error.code;
    throw error;
  }
  return "accepted";
}

describe("mempool: replacement takes 10 % more, rounded up", () => {
  it("is the least whole number of wei that is not below 110 %", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (fee) => {
        const least = replacementFee(fee);
        expect(least * 10n).to.be.at.least(fee * 11n);
        if (fee > 0n) expect((least - 1n) * 10n).to.be.below(fee * 11n);
      }),
    );
    expect([0n, 1n, 9n, 10n, 11n, 100n].map(replacementFee)).to.deep.equal([0n, 2n, 10n, 11n, 13n, 110n]);
  });

  const old = txOf("trader-1", 0, 1, { maxFeePerGas: 100n, maxPriorityFeePerGas: 50n }, { kind: "cancel" });
  for (const [maxFeePerGas, maxPriorityFeePerGas, expected] of [
    [110n, 55n, "accepted"],
    [109n, 55n, "MEMPOOL_UNDERPRICED"],
    [110n, 54n, "MEMPOOL_UNDERPRICED"],
    [1_000n, 50n, "MEMPOOL_UNDERPRICED"],
  ] as const) {
    it(`100 and a tip of 50 by ${maxFeePerGas} and ${maxPriorityFeePerGas}: ${expected}`, () => {
      const next = txOf("trader-1", 0, 2, { maxFeePerGas, maxPriorityFeePerGas }, { kind: "cancel" });
      expect(refusal(fill([old]), next)).to.equal(expected);
    });
  }

  it("keeps its place and takes nobody else's", () => {
    const fees = { maxFeePerGas: 100n, maxPriorityFeePerGas: 100n };
    const pending = ["trader-1", "trader-2", "trader-3"].map((from, id) => txOf(from, 0, id, fees, { kind: "cancel" }));
    const next = txOf("trader-2", 0, 9, { maxFeePerGas: 110n, maxPriorityFeePerGas: 110n }, { kind: "cancel" });
    const after = submit(fill(pending), next);
    expect(after.pending.map(({ id }) => id)).to.deep.equal([0, 9, 2]);
    expect(nonceFor(after, "trader-2")).to.equal(1);
  });
});

describe("mempool: nonces", () => {
  it("count up by account, whatever is mined in between, and none is used twice", () => {
    const rules = { baseFee: 0n, floor: 3n * 10n ** 9n, gasLimit: 1_000_000 };
    fc.assert(
      fc.property(anyPending, (pending) => {
        let mempool = emptyMempool;
        const mined: Tx[] = [];
        for (const tx of pending) {
          expect(nonceFor(mempool, tx.from)).to.equal(tx.nonce);
          mempool = submit(mempool, tx);
          const block = blockByFee(mempool.pending, rules);
          mined.push(...block);
          mempool = withoutMined(mempool, block);
        }
        const all = [...mined, ...mempool.pending];
        expect(all).to.have.length(pending.length);
        expect(new Set(all.map(({ from, nonce }) => `${from}/${nonce}`)).size).to.equal(pending.length);
      }),
    );
  });

  it("one that is neither next nor pending is refused", () => {
    const tx = txOf("trader-1", 0, 1, { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n }, { kind: "cancel" });
    expect(refusal(emptyMempool, { ...tx, nonce: 1 })).to.equal("MEMPOOL_NONCE");
    expect(refusal(withoutMined(fill([tx]), [tx]), tx), "mined before").to.equal("MEMPOOL_NONCE");
  });

  it("a mempool that was is not changed by what comes after", () => {
    const tx = txOf("trader-1", 0, 1, { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n }, { kind: "cancel" });
    const before = fill([tx]);
    submit(before, { ...tx, id: 2, nonce: 1 });
    withoutMined(before, [tx]);
    expect(before.pending).to.deep.equal([tx]);
    expect(nonceFor(before, "trader-1")).to.equal(1);
  });
});
