import { expect } from "chai";
import hre from "hardhat";
import { it } from "mocha";
import { keepsInvariant } from "../../../../src/venues/chain/lab/invariants/keeps-invariant.ts";
import type { PoolBinding } from "../../../../src/venues/chain/pool-binding.ts";

/**
 * A test that nothing is found wrong with a sound pair; the message names the seed, the rule and the fewest operations.
 *
 * @param sequences from seed 1 on
 */
export function expectQuiet(title: string, make: () => Promise<PoolBinding>, operations: number, sequences = 200): void {
  it(`${title}: ${sequences} sequences of ${operations} operations, seeds 1 to ${sequences}`, async () => {
    const { ok, text, replay } = await keepsInvariant({ network: hre.network, binding: await make() }, { seed: 1, sequences, operations });
    expect(ok, `${text} ${JSON.stringify(replay)}`).to.equal(true);
  });
}
