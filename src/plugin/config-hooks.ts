import type { ConfigHooks } from "hardhat/types/hooks";
import { COINBASE } from "../venues/chain/layout.ts";
import { CRASH_NETWORK } from "../venues/chain/network.ts";

/** Adds the network on which crashes run; a network of that name in the user's own configuration is refused by Hardhat's validation as usual. */
export default async (): Promise<Partial<ConfigHooks>> => ({
  extendUserConfig: async (config, next) => {
    const extended = await next(config);
    return {
      ...extended,
      networks: {
        ...extended.networks,
        [CRASH_NETWORK]: {
          type: "edr-simulated",
          chainType: "l1",
          chainId: 31_337,
          // Before any crash, and always the same, so that the chain's hashes are.
          initialDate: "1970-01-01T00:00:00Z",
          initialBaseFeePerGas: 0,
          blockGasLimit: 60_000_000,
          // A trial mines several blocks at the time of the one that is being built.
          allowBlocksWithSameTimestamp: true,
          coinbase: COINBASE,
          hardfork: "prague",
          accounts: [],
          mining: { auto: false, interval: 0, mempool: { order: "fifo" } },
          ...extended.networks?.[CRASH_NETWORK],
        },
      },
    };
  },
});
