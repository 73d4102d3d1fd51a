import type { ConfigHooks, HardhatUserConfigValidationError } from "hardhat/types/hooks";
import { CRASH_NETWORK } from "../venues/chain/network.ts";
import { resolveConfig } from "./config/resolve-config.ts";

/** Fee recipient of every block: the address that the chain's layout derives, written out because every command of Hardhat's loads this file. */
const COINBASE = "0xb19823fb2d2cdd073871035d72be499cea8b0aa1";

/**
 * Adds the network on which crashes run; a network of that name in the user's own configuration is refused by Hardhat's validation as usual. Checks and completes
 * the section `crash`.
 */
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
  validateUserConfig: async ({ crash }) => (crash === undefined ? [] : validate(crash)),
  resolveUserConfig: async (userConfig, resolveVariable, next) => ({
    ...(await next(userConfig, resolveVariable)),
    crash: resolveConfig(userConfig.crash),
  }),
});

/** What checks the section loads where there is one. In a function of its own the compiler sees the import and gives it the compiled file's name. */
async function validate(section: unknown): Promise<HardhatUserConfigValidationError[]> {
  const { validateConfig } = await import("./config/validate-config.ts");
  return validateConfig(section);
}
