import { expect } from "chai";
import hre from "hardhat";
import { describe, it } from "mocha";
import { checkPool } from "../../../../src/venues/chain/lab/invariants/check-pool.ts";
import { keepsInvariant } from "../../../../src/venues/chain/lab/invariants/keeps-invariant.ts";
import type { PoolRule } from "../../../../src/venues/chain/lab/invariants/pool-rule.ts";
import type { PoolReplay } from "../../../../src/venues/chain/lab/invariants/pool-replay.ts";
import { replayPool } from "../../../../src/venues/chain/lab/invariants/replay-pool.ts";
import { openPoolLab } from "../../../../src/venues/chain/lab/open-pool-lab.ts";
import type { PoolLab } from "../../../../src/venues/chain/lab/pool-lab.ts";
import type { PoolBinding } from "../../../../src/venues/chain/pool-binding.ts";
import { feePair } from "../fee-pair.ts";
import { ownPair } from "../own-pair.ts";

interface Fault {
  readonly title: string;
  readonly make: () => Promise<PoolBinding>;
  readonly rule: PoolRule;
  /** Operations that suffice. */
  readonly most: number;
}

const FAULTS: readonly Fault[] = [
  { title: "RoundingPair, which rounds in the trader's favour,", make: () => ownPair("RoundingPair"), rule: "product", most: 3 },
  { title: "FeelessCheckPair, whose check forgets the fee,", make: () => ownPair("FeelessCheckPair"), rule: "product", most: 2 },
  { title: "FreePair, bound with the fee that it was to have,", make: () => ownPair("FreePair", { fee: 0.003 }), rule: "product", most: 2 },
  { title: "MisscaledPair, which counts in other parts on either side,", make: () => ownPair("MisscaledPair"), rule: "product", most: 2 },
  {
    title: "TwiceUpdatedOraclePair, whose accumulators move at every call,",
    make: () => ownPair("TwiceUpdatedOraclePair"),
    rule: "accumulators",
    most: 2,
  },
  { title: "UnlockedSharePair, which locks no liquidity,", make: () => ownPair("UnlockedSharePair"), rule: "first-deposit", most: 1 },
  { title: "UnguardedSkimPair, whose skim gives everything away,", make: () => ownPair("UnguardedSkimPair"), rule: "reserves", most: 2 },
  { title: "LargerSharePair, which gives liquidity for the larger share,", make: () => ownPair("LargerSharePair"), rule: "share", most: 2 },
  { title: "a pair that takes more than it says", make: () => feePair(5_000, 0.003), rule: "quote", most: 2 },
  { title: "a pair that takes less than it says", make: () => feePair(2_000, 0.003), rule: "product", most: 2 },
];

async function onLab<T>(binding: PoolBinding, work: (lab: PoolLab) => Promise<T>): Promise<T> {
  const lab = await openPoolLab(hre.network, binding);
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}

describe("venues: faults that were planted in a pair are found", () => {
  for (const { title, make, rule, most } of FAULTS)
    it(`${title} breaks the rule "${rule}" by at most ${most} operations, and again when they are done once more`, async () => {
      const binding = await make();
      const { ok, text, violation, replay } = await keepsInvariant({ network: hre.network, binding });
      expect(ok, text).to.equal(false);
      expect(violation?.rule, text).to.equal(rule);
      expect(replay?.operations.length, text).to.be.within(1, most);
      const stored = JSON.parse(JSON.stringify(replay)) as PoolReplay;
      expect(stored).to.deep.equal(replay);
      expect(await onLab(binding, (lab) => replayPool(lab, stored))).to.deep.equal([violation]);
    });

  it("what breaks one of them does not break our own pair at 0.3 %", async () => {
    for (const { make, rule, title } of FAULTS) {
      const { replay } = await keepsInvariant({ network: hre.network, binding: await make() });
      const sound = { ...replay!, terms: { ...replay!.terms, fee: 0.003 } };
      expect(await onLab(await feePair(3_000), (lab) => replayPool(lab, sound)), `${title} ${rule}`).to.deep.equal([]);
    }
  });

  it("a pair that is free and says so is sound", async () => {
    const { ok, text } = await keepsInvariant({ network: hre.network, binding: await ownPair("FreePair") });
    expect(ok, text).to.equal(true);
  });

  it("a check says of every rule that was broken how, by the fewest operations", async () => {
    const found = await onLab(await ownPair("UnguardedSkimPair"), (lab) =>
      checkPool(lab, { fee: { getter: "feePpm()" }, operations: 40, seed: 1 }),
    );
    expect(found.map(({ rule }) => rule)).to.include.members(["reserves", "quote", "share"]);
    for (const { rule, replay, operation, text } of found) {
      expect(replay.rule).to.equal(rule);
      expect(operation, text).to.equal(replay.operations.length - 1);
      const kinds = replay.operations.map(({ kind }) => kind);
      expect(
        kinds.some((kind) => kind === "skim" || kind.endsWith("swap") || kind.startsWith("uneven")),
        kinds.join(", "),
      ).to.equal(true);
    }
  });
});
