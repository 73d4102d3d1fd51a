import { createRequire } from "node:module";
import { Interface, type InterfaceAbi, type Result } from "ethers";
import hre from "hardhat";

const require = createRequire(import.meta.url);

/** Gas of every call of these tests; below the cap of a transaction. */
const gas = "0xf00000";
const gasPrice = "0x174876e800";

export interface Contract {
  readonly address: string;
  readonly abi: Interface;
}

/** A chain of its own in this process, one block a transaction, spoken to by plain requests. */
export interface LocalChain {
  readonly accounts: readonly string[];
  request(method: string, ...params: unknown[]): Promise<unknown>;
  /** The published artifact of a Uniswap package, or the project's own contract of this name. */
  deploy(name: ContractName, ...args: unknown[]): Promise<Contract>;
  /** Sends a transaction from the first account; a revert is thrown. */
  send(contract: Contract, name: string, ...args: unknown[]): Promise<void>;
  sendFrom(from: string, contract: Contract, name: string, ...args: unknown[]): Promise<void>;
  /** Every value that a view returns. */
  read(contract: Contract, name: string, ...args: unknown[]): Promise<Result>;
  /** The first value that a view returns, as a whole number. */
  number(contract: Contract, name: string, ...args: unknown[]): Promise<bigint>;
  close(): Promise<void>;
}

const published = {
  UniswapV2Factory: "@uniswap/v2-core/build/UniswapV2Factory.json",
  UniswapV2Pair: "@uniswap/v2-core/build/UniswapV2Pair.json",
  UniswapV2Router02: "@uniswap/v2-periphery/build/UniswapV2Router02.json",
  ExampleSwapToPrice: "@uniswap/v2-periphery/build/ExampleSwapToPrice.json",
  WETH9: "@uniswap/v2-periphery/build/WETH9.json",
} as const;

export type PublishedName = keyof typeof published;
export type ContractName = PublishedName | "FixedSupplyToken" | "ArbitrageExecutor" | "BalanceReader";

/** Interface and creation bytecode as a Uniswap package publishes them. */
export function publishedArtifact(name: PublishedName): { readonly abi: InterfaceAbi; readonly bytecode: string } {
  const { abi, bytecode } = require(published[name]) as { abi: InterfaceAbi; bytecode: string };
  return { abi, bytecode: bytecode.startsWith("0x") ? bytecode : `0x${bytecode}` };
}

export async function openChain(): Promise<LocalChain> {
  const connection = await hre.network.create();
  const request = (method: string, ...params: unknown[]) => connection.provider.request({ method, params });
  const accounts = (await request("eth_accounts")) as string[];
  const transact = async (transaction: Record<string, unknown>) => {
    const hash = await request("eth_sendTransaction", { from: accounts[0], gas, gasPrice, ...transaction });
    return (await request("eth_getTransactionReceipt", hash)) as { status: string; contractAddress: string };
  };
  const chain: LocalChain = {
    accounts,
    request,
    async deploy(name, ...args) {
      const { abi, bytecode } = name in published ? publishedArtifact(name as PublishedName) : await hre.artifacts.readArtifact(name);
      const contract = new Interface(abi as InterfaceAbi);
      const receipt = await transact({ data: bytecode + contract.encodeDeploy(args).slice(2) });
      return { address: receipt.contractAddress, abi: contract };
    },
    async send(contract, name, ...args) {
      await chain.sendFrom(accounts[0]!, contract, name, ...args);
    },
    async sendFrom(from, contract, name, ...args) {
      await transact({ from, to: contract.address, data: contract.abi.encodeFunctionData(name, args) });
    },
    async read(contract, name, ...args) {
      const data = contract.abi.encodeFunctionData(name, args);
      const answer = (await request("eth_call", { from: accounts[0], to: contract.address, data }, "latest")) as string;
      return contract.abi.decodeFunctionResult(name, answer);
    },
    async number(contract, name, ...args) {
      return (await chain.read(contract, name, ...args))[0] as bigint;
    },
    close: () => connection.close(),
  };
  return chain;
}
