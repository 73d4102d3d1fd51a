import { AbiCoder } from "ethers";
import type { NetworkManager } from "hardhat/types/network";
import { CrashError } from "../../core/errors.ts";
import { OBSERVED, OBSERVED_ACCOUNTS, type Observation, type Operation, type Sequence, STOCK } from "../operation.ts";
import { ownArtifact, publishedArtifact } from "./artifacts.ts";
import { decodeReason } from "./decode.ts";
import type { Call } from "./encode.ts";
import { encodeOperation, type Scene } from "./encode-operation.ts";
import { DEPLOYER, deployedAddress, walletAddress } from "./layout.ts";
import { CRASH_NETWORK } from "./network.ts";
import { addressWord, type Provider, quantity, word } from "./rpc.ts";
import { selector, SELECTOR } from "./selectors.ts";

const BLOCK_GAS = 4_000_000_000;
const LONGEST_BLOCK = 1_000;
const GAS_PRICE = 10n ** 9n;
const ZERO_ADDRESS = `0x${"0".repeat(40)}`;
const UNLIMITED = (1n << 256n) - 1n;
const RUN = selector("run(address[],bytes[])");
/** Success, length of the answer and five words of it stand before the observed values; see `OperationRunner.sol`. */
const ANSWER = 7;

/** The bytecode side of sequences. */
export interface OperationChain {
  /** Carries a sequence out from the beginning, one block between two waits; what each operation came to, waits left out. */
  run(sequence: Sequence): Promise<readonly Observation[]>;
  close(): Promise<void>;
}

/** A fresh chain with an empty published pair, a trader and its executor with stock in both tokens. */
export async function openOperationChain(network: NetworkManager): Promise<OperationChain> {
  const override = { blockGasLimit: BigInt(BLOCK_GAS), allowBlocksWithSameTimestamp: true };
  const connection = await network.create({ network: CRASH_NETWORK, override });
  try {
    const sender = new Sender(connection.provider);
    const scene = await buildScene(sender);
    let snapshot = await sender.ask("evm_snapshot");
    return {
      async run({ start, operations }) {
        await sender.ask("evm_revert", snapshot);
        snapshot = await sender.ask("evm_snapshot");
        sender.nonce = scene.nonce;
        const observations: Observation[] = [];
        for (const { time, calls } of blocksOf(start, operations, scene)) observations.push(...(await sender.observe(scene, calls, time)));
        return observations;
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Calls that share a block, and its time; more than fit one go on in another of the same time, which the pair cannot tell. */
function blocksOf(start: number, operations: readonly Operation[], scene: Scene): readonly { time: number; calls: Call[] }[] {
  const blocks: { time: number; calls: Call[] }[] = [{ time: start, calls: [] }];
  for (const operation of operations) {
    const { time, calls } = blocks.at(-1) ?? { time: start, calls: [] };
    if (operation.op === "wait") blocks.push({ time: time + operation.seconds, calls: [] });
    else if (calls.length === LONGEST_BLOCK) blocks.push({ time, calls: [encodeOperation(operation, scene, time)] });
    else calls.push(encodeOperation(operation, scene, time));
  }
  return blocks.filter(({ calls }) => calls.length > 0);
}

interface BuiltScene extends Scene {
  /** The sender's next. */
  readonly nonce: number;
}

async function buildScene(sender: Sender): Promise<BuiltScene> {
  const [base, quote, factory, router, runner, executor] = [0, 1, 2, 3, 5, 6].map(deployedAddress) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await sender.fund(2n * STOCK + 10n ** 30n);
  const usdcArguments = AbiCoder.defaultAbiCoder().encode(["string", "string", "uint8", "uint256"], ["USD Coin", "USDC", 6, 2n * STOCK]);
  await sender.send({ data: publishedArtifact("WETH9").bytecode });
  await sender.send({ data: ownArtifact("FixedSupplyToken").bytecode + usdcArguments.slice(2) });
  await sender.send({ data: publishedArtifact("UniswapV2Factory").bytecode + addressWord(runner) });
  await sender.send({ data: publishedArtifact("UniswapV2Router02").bytecode + addressWord(factory) + addressWord(base) });
  await sender.send({ to: factory, data: SELECTOR.createPair + addressWord(base) + addressWord(quote) });
  await sender.mine(1);
  const found = await sender.ask("eth_call", { to: factory, data: SELECTOR.getPair + addressWord(base) + addressWord(quote) }, "latest");
  const pair = `0x${found.slice(-40)}`;
  const payees = { trader: runner, other: walletAddress("other"), pair, weth: base };
  const [protocol, bridge] = [walletAddress("protocol"), walletAddress("bridge")];
  const addresses: Readonly<Record<(typeof OBSERVED_ACCOUNTS)[number], string>> = {
    ...payees,
    protocol,
    "trader-executor": executor,
    bridge,
    zero: ZERO_ADDRESS,
  };
  const observed = OBSERVED_ACCOUNTS.map((account) => addressWord(addresses[account]));
  const runnerArguments = [pair, base, quote].map(addressWord).join("") + word(4 * 32) + word(observed.length) + observed.join("");
  await sender.send({ data: ownArtifact("OperationRunner").bytecode + runnerArguments });
  await sender.send({ data: ownArtifact("ArbitrageExecutor").bytecode + addressWord(runner) + addressWord(pair) });
  await sender.send({ to: base, data: SELECTOR.deposit, value: 2n * STOCK });
  for (const token of [base, quote]) {
    for (const to of [runner, executor]) await sender.send({ to: token, data: SELECTOR.transfer + addressWord(to) + word(STOCK) });
  }
  const approve = SELECTOR.approve + addressWord(router) + word(UNLIMITED);
  const approvals = [base, quote, pair].map((to) => ({ to, data: approve }));
  await sender.send({ to: runner, data: encodeRun(approvals) });
  await sender.mine(2);
  return { base, quote, factory, router, pair, executor, payees, protocol, bridge, nonce: sender.nonce };
}

/** Sends the deployer's transactions and mines them. */
class Sender {
  nonce = 0;
  readonly #provider: Provider;
  #hashes: string[] = [];

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  async ask(method: string, ...params: unknown[]): Promise<string> {
    return (await this.#provider.request({ method, params })) as string;
  }

  async fund(wei: bigint): Promise<void> {
    await this.ask("hardhat_setBalance", DEPLOYER, quantity(wei));
    await this.ask("hardhat_impersonateAccount", DEPLOYER);
  }

  async send(
    { to, data, value = 0n }: { readonly to?: string; readonly data: string; readonly value?: bigint },
    gas = 30_000_000,
  ): Promise<void> {
    const fees = { maxFeePerGas: quantity(GAS_PRICE), maxPriorityFeePerGas: "0x0" };
    const transaction = { from: DEPLOYER, data, value: quantity(value), gas: quantity(gas), nonce: quantity(this.nonce), ...fees };
    this.#hashes.push(await this.ask("eth_sendTransaction", to === undefined ? transaction : { ...transaction, to }));
    this.nonce += 1;
  }

  /** @returns data of the last log of the last transaction */
  async mine(time: number): Promise<string> {
    await this.ask("evm_mine", quantity(time));
    let data = "0x";
    for (const hash of this.#hashes) {
      const receipt = await this.#provider.request({ method: "eth_getTransactionReceipt", params: [hash] });
      const { status, logs } = (receipt ?? { status: "0x0", logs: [] }) as { status: string; logs: readonly { data: string }[] };
      if (status !== "0x1") throw new CrashError("CHAIN_SEQUENCE", `a transaction around the sequence failed at ${time}`);
      data = logs.at(-1)?.data ?? "0x";
    }
    this.#hashes = [];
    return data;
  }

  /** Makes these calls in one block of their own. */
  async observe(scene: Scene, calls: readonly Call[], time: number): Promise<readonly Observation[]> {
    await this.send({ to: scene.payees.trader, data: encodeRun(calls) }, 1_300_000 * calls.length + 10_000_000);
    const data = await this.mine(time);
    const width = ANSWER + OBSERVED.length;
    return calls.map((_, i) => decodeRow(data, 2 + i * width));
  }
}

function encodeRun(calls: readonly Call[]): string {
  const [targets, data] = [calls.map((call) => call.to), calls.map((call) => call.data)];
  return RUN + AbiCoder.defaultAbiCoder().encode(["address[]", "bytes[]"], [targets, data]).slice(2);
}

/** @param at word at which the row begins */
function decodeRow(data: string, at: number): Observation {
  const part = (from: number, to: number): string => data.slice(2 + 64 * from, 2 + 64 * to);
  const numberAt = (index: number): bigint => BigInt(`0x${part(index, index + 1)}`);
  const values = OBSERVED.map((_, i) => numberAt(at + ANSWER + i));
  if (numberAt(at) === 1n) return { reason: null, values };
  const answer = part(at + 2, at + ANSWER).slice(0, 2 * Number(numberAt(at + 1)));
  return { reason: decodeReason(`0x${answer}`), values };
}
