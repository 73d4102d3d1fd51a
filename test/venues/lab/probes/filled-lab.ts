import hre from "hardhat";
import { publishedArtifact } from "../../../../src/venues/chain/artifacts.ts";
import { type LabOptions, openPoolLab } from "../../../../src/venues/chain/lab/open-pool-lab.ts";
import type { PoolLab } from "../../../../src/venues/chain/lab/pool-lab.ts";
import { fillLab } from "../../../../src/venues/chain/lab/probes/fill-lab.ts";
import type { OpenLab } from "../../../../src/venues/chain/lab/probes/open-lab.ts";
import type { PoolBinding } from "../../../../src/venues/chain/pool-binding.ts";
import { v2Pair, type V2PairOptions } from "../../../../src/venues/chain/v2-pair.ts";

/** What every pool of these tests is filled with: 1,000 base at 2,000. */
export const FILL = { base: 1_000n * 10n ** 18n, quote: 2_000_000n } as const;

/** The published pair. */
export const published = v2Pair({ name: "published", artifact: publishedArtifact("UniswapV2Pair") });

/** A pair of this repository, by its contract's name. */
export async function ownPair(contract: string, options: Omit<V2PairOptions, "artifact"> = {}): Promise<PoolBinding> {
  return v2Pair({ artifact: await hre.artifacts.readArtifact(contract), ...options });
}

/** A fork of the pair with another fee. */
export async function forkOf(fee: number): Promise<PoolBinding> {
  return ownPair("FeePair", { args: ["token0", "token1", Math.round(fee * 1e6)], fee });
}

/** Opens laboratories of a pool. */
export function opener(binding: PoolBinding): OpenLab {
  return (options: LabOptions = {}) => openPoolLab(hre.network, binding, options);
}

/**
 * A laboratory with a pool that is filled with `FILL`.
 *
 * @param quoteDecimals 6 as usual, or 18 where floors are not to be seen
 */
export async function filledLab(binding: PoolBinding, quoteDecimals = 6): Promise<PoolLab> {
  const lab = await opener(binding)({ quote: { decimals: quoteDecimals } });
  await fillLab(lab, FILL.base, FILL.quote * 10n ** BigInt(quoteDecimals));
  return lab;
}

/** Does something in a filled laboratory, and closes it. */
export async function inFilledLab<T>(binding: PoolBinding, work: (lab: PoolLab) => Promise<T>, quoteDecimals = 6): Promise<T> {
  const lab = await filledLab(binding, quoteDecimals);
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}
