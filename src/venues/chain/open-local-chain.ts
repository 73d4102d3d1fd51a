import type { NetworkManager } from "hardhat/types/network";
import type { Genesis, TxKind, Venue } from "../../core/words.ts";
import { openChainVenue } from "./chain-venue.ts";

/** A venue on a fresh chain of Hardhat's, in this process. */
export async function openLocalChain(
  network: NetworkManager,
  networkName: string,
  genesis: Genesis,
  gasLimitOf: (kind: TxKind) => number,
): Promise<Venue> {
  const connection = await network.create(networkName);
  try {
    return await openChainVenue(connection.provider, genesis, { gasLimitOf, close: () => connection.close() });
  } catch (error) {
    await connection.close();
    throw error;
  }
}
