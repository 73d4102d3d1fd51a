import { AbiCoder, Interface } from "ethers";
import hre from "hardhat";
import { type Artifact, ownArtifact, publishedArtifact } from "../../../src/venues/chain/artifacts.ts";

/** Somebody's own chain of Hardhat's with the published factory and a pair on it. */
export interface OwnChain {
  readonly provider: { request(args: { readonly method: string; readonly params?: readonly unknown[] | object }): Promise<unknown> };
  readonly pair: string;
  /** In whatever order the pair has them. */
  readonly base: string;
  readonly quote: string;
  /** Who deployed everything and holds the rest of the tokens. */
  readonly owner: string;
  send(to: string, signature: string, args: readonly unknown[]): Promise<void>;
  deploy(artifact: Artifact, args: readonly unknown[]): Promise<string>;
  /** All that has to be as it was: number, hash and state of the last block, whether it mines by itself, and what the next block would cost. */
  standing(): Promise<unknown>;
  close(): Promise<void>;
}

/** What the pair holds: 100 base and 200,000 quote. */
export const POOLED = { base: 100n * 10n ** 18n, quote: 200_000n * 10n ** 6n } as const;
const SUPPLY = 1_000_000_000n;

/** Opens it, with liquidity in the pair unless it is to be empty. */
export async function openOwnChain({ isEmpty = false } = {}): Promise<OwnChain> {
  const connection = await hre.network.create();
  const { provider } = connection;
  const request = (method: string, ...params: unknown[]): Promise<unknown> => provider.request({ method, params });
  const [owner = ""] = (await request("eth_accounts")) as string[];
  const transact = async (transaction: object): Promise<{ readonly contractAddress: string | null }> => {
    const hash = await request("eth_sendTransaction", { from: owner, gas: "0x7a1200", ...transaction });
    return (await request("eth_getTransactionReceipt", hash)) as { contractAddress: string | null };
  };
  const deploy = async ({ abi, bytecode }: Artifact, args: readonly unknown[]): Promise<string> => {
    const { deploy: constructor } = new Interface(abi as ConstructorParameters<typeof Interface>[0]);
    const { contractAddress } = await transact({ data: bytecode + AbiCoder.defaultAbiCoder().encode(constructor.inputs, args).slice(2) });
    return contractAddress ?? "";
  };
  const encode = (signature: string, args: readonly unknown[]): string =>
    new Interface([`function ${signature}`]).encodeFunctionData(signature, args);
  const send = async (to: string, signature: string, args: readonly unknown[]): Promise<void> => {
    await transact({ to, data: encode(signature, args) });
  };
  const token = ownArtifact("FixedSupplyToken");
  const base = await deploy(token, ["Base", "BASE", 18, SUPPLY * 10n ** 18n]);
  const quote = await deploy(token, ["Quote", "QUOTE", 6, SUPPLY * 10n ** 6n]);
  const factory = await deploy(publishedArtifact("UniswapV2Factory"), [owner]);
  await send(factory, "createPair(address,address)", [base, quote]);
  const answer = (await request("eth_call", { to: factory, data: encode("getPair(address,address)", [base, quote]) }, "latest")) as string;
  const pair = `0x${answer.slice(26)}`;
  if (!isEmpty) {
    await send(base, "transfer(address,uint256)", [pair, POOLED.base]);
    await send(quote, "transfer(address,uint256)", [pair, POOLED.quote]);
    await send(pair, "mint(address)", [owner]);
  }
  return {
    provider,
    pair,
    base,
    quote,
    owner,
    send,
    deploy,
    async standing() {
      const { number, hash, stateRoot, timestamp } = (await request("eth_getBlockByNumber", "latest", false)) as Record<string, string>;
      const { baseFeePerGas } = (await request("eth_getBlockByNumber", "pending", false)) as Record<string, string>;
      return { number, hash, stateRoot, timestamp, baseFeePerGas, isAutomatic: await request("hardhat_getAutomine") };
    },
    close: () => connection.close(),
  };
}
