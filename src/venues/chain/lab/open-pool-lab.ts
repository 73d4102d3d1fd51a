import { AbiCoder } from "ethers";
import type { NetworkManager } from "hardhat/types/network";
import { InputError } from "../../../core/errors.ts";
import { type Artifact, ownArtifact } from "../artifacts.ts";
import { GenesisBuilder } from "../genesis-builder.ts";
import { DEPLOYER, walletAddress } from "../layout.ts";
import { CRASH_NETWORK } from "../network.ts";
import { deployOwnPool } from "../own-pool.ts";
import type { PoolBinding } from "../pool-binding.ts";
import { addressWord, word } from "../rpc.ts";
import { SELECTOR } from "../selectors.ts";
import { admitWallets, LAB_WALLETS, PoolLab } from "./pool-lab.ts";

/** A token of a laboratory. */
export interface LabToken {
  readonly decimals: number;
  /** Another contract than a plain token; its constructor takes name, symbol, decimals and supply, and what `args` has beyond. It must let its deployer hand out what it holds. */
  readonly artifact?: Artifact;
  readonly args?: readonly unknown[];
}

export interface LabOptions {
  /** Base in 18 decimals and quote in 6 when absent. */
  readonly base?: LabToken;
  readonly quote?: LabToken;
}

/** Seconds from 1970 at which a laboratory begins. */
const START = 1_600_000_000;
/** Each wallet's stock, and what the deployer keeps, in whole tokens of each. */
const STOCK = 1_000_000_000n;
const SHARES = BigInt(LAB_WALLETS.length + 1);

/**
 * A fresh chain with a pool of one's own on it, empty, between two new tokens.
 *
 * @param network the network manager of the Hardhat runtime
 * @throws InputError where the pool is none, or refuses to be deployed
 */
export async function openPoolLab(network: NetworkManager, binding: PoolBinding, options: LabOptions = {}): Promise<PoolLab> {
  const connection = await network.create(CRASH_NETWORK);
  try {
    const { provider } = connection;
    const builder = new GenesisBuilder(provider);
    const base = await deployToken(builder, "Base", options.base ?? { decimals: 18 });
    const quote = await deployToken(builder, "Quote", options.quote ?? { decimals: 6 });
    await builder.seal();
    const { pair, router, baseIsToken0 } = await deployOwnPool(builder, binding, { weth: base, usdc: quote });
    for (const [token, { decimals }] of [
      [base, options.base ?? { decimals: 18 }],
      [quote, options.quote ?? { decimals: 6 }],
    ] as const)
      for (const who of LAB_WALLETS)
        await builder.call({
          from: DEPLOYER,
          to: token,
          data: SELECTOR.transfer + addressWord(walletAddress(`lab-${who}`)) + word(STOCK * 10n ** BigInt(decimals)),
        });
    await builder.sealAt(START);
    const places = { pair, router, base, quote, baseIsToken0 };
    const lab = new PoolLab(provider, places, START, () => connection.close());
    for (const outcome of await lab.block(await admitWallets(provider, places)))
      if (!outcome.success) throw new InputError("POOL_REFUSES", `a token refuses an allowance: ${outcome.reason ?? ""}`);
    return lab;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function deployToken(builder: GenesisBuilder, name: string, { decimals, artifact, args = [] }: LabToken): Promise<string> {
  const { bytecode } = artifact ?? ownArtifact("FixedSupplyToken");
  const supply = SHARES * STOCK * 10n ** BigInt(decimals);
  const more = args.map(() => "uint256");
  const words = AbiCoder.defaultAbiCoder().encode(
    ["string", "string", "uint8", "uint256", ...more],
    [name, name.toUpperCase(), decimals, supply, ...args],
  );
  return builder.deploy(bytecode + words.slice(2));
}
