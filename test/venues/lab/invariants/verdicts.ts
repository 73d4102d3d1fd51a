import { expect } from "chai";
import hre from "hardhat";
import { describe, it } from "mocha";
import { InputError } from "../../../../src/core/errors.ts";
import { checkPool } from "../../../../src/venues/chain/lab/invariants/check-pool.ts";
import { conservesTokens } from "../../../../src/venues/chain/lab/invariants/conserves-tokens.ts";
import { keepsInvariant } from "../../../../src/venues/chain/lab/invariants/keeps-invariant.ts";
import { observePool } from "../../../../src/venues/chain/lab/invariants/observe-pool.ts";
import { replayPool } from "../../../../src/venues/chain/lab/invariants/replay-pool.ts";
import { statedFee } from "../../../../src/venues/chain/lab/invariants/stated-fee.ts";
import { openPoolLab } from "../../../../src/venues/chain/lab/open-pool-lab.ts";
import { feePair } from "../fee-pair.ts";
import { ownPair } from "../own-pair.ts";

const { network } = hre;

describe("venues: a verdict on a pool", () => {
  it("says of a sound pair what was done to it, and leaves a laboratory as it was found", async () => {
    const lab = await openPoolLab(network, await feePair(3_000));
    await lab.do(lab.addCall("alice", 10n ** 21n, 10n ** 11n));
    const observe = observePool(lab, statedFee(0.003), []);
    const [found, time] = [await observe("latest"), lab.time];
    const verdict = await keepsInvariant(lab, { fee: 0.003, sequences: 5, operations: 30, seed: 11 });
    expect(verdict).to.include({ ok: true, violation: null, replay: null });
    expect(verdict.text).to.match(/^5 sequences of 30 operations from seed 11 on break none of the rules product, share, /);
    expect([await observe("latest"), lab.time]).to.deep.equal([found, time]);
    await lab.close();
  });

  it("is the same each time", async () => {
    const binding = await ownPair("RoundingPair");
    const once = await keepsInvariant({ network, binding });
    expect(await keepsInvariant({ network, binding })).to.deep.equal(once);
    expect(once.text).to.match(/^seed \d+ breaks the rule product by deposit, .*operation \d \(.*\): a swap that left /);
  });

  it("tokens are conserved where only the product is broken, and not where everything is given away", async () => {
    expect((await conservesTokens({ network, binding: await ownPair("FeelessCheckPair") }, { sequences: 5 })).ok).to.equal(true);
    const { ok, violation } = await conservesTokens({ network, binding: await ownPair("UnguardedSkimPair") }, { sequences: 5 });
    expect([ok, violation?.rule]).to.deep.equal([false, "reserves"]);
  });

  it("finds nothing wrong where the pair names its tokens the other way round, nor between tokens of other decimals", async () => {
    const binding = await ownPair("FeePair", { args: ["token1", "token0", 3_000], fee: 0.003 });
    for (const [base, quote] of [
      [18, 6],
      [8, 18],
    ] as const) {
      const lab = { base: { decimals: base }, quote: { decimals: quote } };
      const { ok, text } = await keepsInvariant({ network, binding, lab }, { sequences: 15 });
      expect(ok, text).to.equal(true);
    }
  });

  it("finds nothing wrong between tokens that keep a part of what is sent, but for what a first deposit costs in any case", async () => {
    const binding = await ownPair("FeePair", { args: ["token0", "token1", 3_000], fee: 0.003, transferFee: 0.01 });
    const quote = { decimals: 6, artifact: await hre.artifacts.readArtifact("FeeOnTransferToken"), args: [10_000] };
    const { ok, text } = await keepsInvariant({ network, binding, lab: { quote } }, { sequences: 20, victimLoss: 0.02 });
    expect(ok, text).to.equal(true);
  });

  it("a longer sequence is one check", async () => {
    const lab = await openPoolLab(network, await feePair(3_000));
    expect(await checkPool(lab, { fee: 0.003, operations: 60, seed: 5 })).to.deep.equal([]);
    expect(await checkPool(lab, { fee: null, operations: 60, seed: 5 })).to.deep.equal([]);
    await lab.close();
  });

  it("is refused, by name, for what is no check", async () => {
    const lab = await openPoolLab(network, await feePair(3_000));
    const code = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        await work();
      } catch (error) {
        if (error instanceof InputError) return error.code;
        throw error;
      }
      return "accepted";
    };
    const check = { fee: 0.003, operations: 5, seed: 1 };
    const operation = { kind: "swap", who: "alice", side: "sell", parts: 1, quoteParts: 1, seconds: 12 } as const;
    const again = { rule: "product", terms: { fee: 0.003 }, operations: [operation] } as const;
    expect([
      await code(() => checkPool(lab, { ...check, fee: 3 })),
      await code(() => checkPool(lab, { ...check, fee: { getter: "noSuchFee()" } })),
      await code(() => checkPool(lab, { ...check, fee: { getter: "feePpm()", whole: 0.5 } })),
      await code(() => checkPool(lab, { ...check, operations: 0 })),
      await code(() => checkPool(lab, { ...check, seed: -1 })),
      await code(() => replayPool(lab, { ...again, rule: "luck" as "product" })),
      await code(() => replayPool(lab, { ...again, operations: [{ ...operation, parts: 0.5 }] })),
      await code(() => replayPool(lab, again)),
    ]).to.deep.equal(["POOL_FEE", "POOL_REFUSES", "POOL_FEE", "POOL_OPERATIONS", "SEED_INVALID", "POOL_REPLAY", "POOL_REPLAY", "accepted"]);
    await lab.close();
  });
});
