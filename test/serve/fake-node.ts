import { EventEmitter } from "node:events";
import { keccak256 } from "ethers";
import type { ReadMethod } from "../../src/serve/methods.ts";
import type {
  BundleRequest,
  CallBundleRequest,
  CancelRequest,
  Head,
  Hex,
  NodeBackend,
  ReferencePrice,
} from "../../src/serve/node-backend.ts";

export interface FakeLog {
  readonly address: Hex;
  readonly topics: readonly Hex[];
}

/** A call that reached the node. */
export interface FakeCall {
  readonly method: string;
  readonly argument: unknown;
}

const word = (value: number | string): Hex => `0x${value.toString(16).padStart(64, "0")}`;
export const quantity = (value: number): Hex => `0x${value.toString(16)}`;

/** A chain of empty blocks that keeps what it is sent, and notes every call. */
export class FakeNode implements NodeBackend {
  readonly calls: FakeCall[] = [];
  readonly bundles = new Map<string, BundleRequest>();
  readonly #events = new EventEmitter();
  readonly #logs = new Map<Hex, readonly FakeLog[]>();
  #height = 0;
  /** Instead of the chain's own answers, where it is set. */
  onRead: ((method: ReadMethod, params: readonly unknown[]) => unknown) | undefined;

  async read(method: ReadMethod, params: readonly unknown[]): Promise<unknown> {
    this.calls.push({ method, argument: params });
    return this.onRead === undefined ? this.#answer(method, params) : this.onRead(method, params);
  }

  async sendRawTransaction(raw: Hex): Promise<Hex> {
    this.calls.push({ method: "sendRawTransaction", argument: raw });
    return keccak256(raw) as Hex;
  }

  async sendBundle(bundle: BundleRequest): Promise<Hex> {
    this.calls.push({ method: "sendBundle", argument: bundle });
    if (bundle.replacementUuid !== undefined) this.bundles.set(bundle.replacementUuid, bundle);
    return bundleHash(bundle.txs);
  }

  async callBundle(bundle: CallBundleRequest): Promise<unknown> {
    this.calls.push({ method: "callBundle", argument: bundle });
    return { bundleHash: bundleHash(bundle.txs), totalGasUsed: 21_000 * bundle.txs.length };
  }

  async cancelBundle({ replacementUuid }: CancelRequest): Promise<boolean> {
    this.calls.push({ method: "cancelBundle", argument: { replacementUuid } });
    return this.bundles.delete(replacementUuid);
  }

  referencePrice(): ReferencePrice {
    return { priceE8: "19432000000", block: this.#height, timestamp: 1_584_000_000 + this.#height };
  }

  addresses(): Readonly<Record<string, string>> {
    return { pair: `0x${"1".repeat(40)}` };
  }

  async step(): Promise<unknown> {
    this.calls.push({ method: "step", argument: undefined });
    return this.mine().number;
  }

  onHead(listener: (head: Head) => void): () => void {
    this.#events.on("head", listener);
    return () => this.#events.off("head", listener);
  }

  onPending(listener: (hash: Hex, transaction: unknown) => void): () => void {
    this.#events.on("pending", listener);
    return () => this.#events.off("pending", listener);
  }

  /** Who listens to the node. */
  get listeners(): number {
    return this.#events.listenerCount("head") + this.#events.listenerCount("pending");
  }

  /** Mines a block with these logs and tells of it. */
  mine(logs: readonly FakeLog[] = [], extra: Readonly<Record<string, unknown>> = {}): Head {
    this.#height += 1;
    const head = { ...this.#block(this.#height), ...extra } as Head;
    this.#logs.set(head.hash, logs);
    this.#events.emit("head", head);
    return head;
  }

  /** Tells of a transaction in the public mempool. */
  offer(hash: Hex, transaction: unknown): void {
    this.#events.emit("pending", hash, transaction);
  }

  #answer(method: ReadMethod, params: readonly unknown[]): unknown {
    switch (method) {
      case "eth_chainId":
        return "0x7a69";
      case "net_version":
        return "31337";
      case "web3_clientVersion":
        return "fake/1.0.0";
      case "eth_blockNumber":
        return quantity(this.#height);
      case "eth_getBalance":
        return "0xde0b6b3a7640000";
      case "eth_getLogs":
        return this.#logs.get((params[0] as { readonly blockHash: Hex }).blockHash) ?? [];
      case "eth_getBlockByNumber":
        return this.#block(params[0] === "latest" ? this.#height : Number(params[0]));
      default:
        return null;
    }
  }

  #block(height: number): Readonly<Record<string, unknown>> {
    return {
      number: quantity(height),
      hash: word(height + 0x1000),
      parentHash: word(height + 0xfff),
      timestamp: quantity(1_584_000_000 + height),
      nonce: "0x0000000000000000",
      difficulty: "0x0",
      gasLimit: "0x989680",
      gasUsed: "0x0",
      miner: `0x${"0".repeat(40)}`,
      extraData: "0x",
      baseFeePerGas: "0x3b9aca00",
      logsBloom: `0x${"0".repeat(512)}`,
      stateRoot: word(1),
      receiptsRoot: word(2),
      transactionsRoot: word(3),
      sha3Uncles: word(4),
      mixHash: word(5),
      size: "0x200",
      uncles: [],
      transactions: [],
    };
  }
}

function bundleHash(txs: readonly Hex[]): Hex {
  return keccak256(`0x${txs.map((tx) => keccak256(tx).slice(2)).join("")}`) as Hex;
}
