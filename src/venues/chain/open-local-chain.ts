import type { NetworkManager } from "hardhat/types/network";
import type { Genesis, TxKind, Venue } from "../../core/words.ts";
import { openChainVenue } from "./chain-venue.ts";
import type { PoolBinding } from "./pool-binding.ts";

/**
 * A venue on a fresh chain of Hardhat's, in this process.
 *
 * @param pool in the place of the published pair
 */
export async function openLocalChain(
  network: NetworkManager,
  networkName: string,
  genesis: Genesis,
  gasLimitOf: (kind: TxKind) => number,
  pool?: PoolBinding,
): Promise<Venue> {
  const connection = await network.create(networkName);
  try {
    return await openChainVenue(connection.provider, genesis, {
      gasLimitOf,
      close: () => connection.close(),
      ...(pool === undefined ? {} : { pool }),
    });
  } catch (error) {
    await connection.close();
    throw error;
  }
}
