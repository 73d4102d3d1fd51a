import { expect } from "chai";
import hre from "hardhat";
import { it } from "mocha";
import { keepsInvariant } from "../../../../src/venues/chain/lab/invariants/keeps-invariant.ts";
import type { PoolBinding } from "../../../../src/venues/chain/pool-binding.ts";

const SEQUENCES = 200;

/** A test that nothing is found wrong with a sound pair in 200 sequences; the message names the seed, the rule and the fewest operations. */
export function expectQuiet(title: string, make: () => Promise<PoolBinding>, operations: number): void {
  it(`${title}: ${SEQUENCES} sequences of ${operations} operations, seeds 1 to ${SEQUENCES}`, async () => {
    const { ok, text, replay } = await keepsInvariant(
      { network: hre.network, binding: await make() },
      { seed: 1, sequences: SEQUENCES, operations },
    );
    expect(ok, `${text} ${JSON.stringify(replay)}`).to.equal(true);
  });
}
