import type { ReadMethod } from "./methods.ts";

/** Bytes as `0x` and two hexadecimal digits each. */
export type Hex = `0x${string}`;

/** A block by name; with a height, all that a simulation can start from. */
export type BlockTag = "latest" | "pending" | "earliest" | "safe" | "finalized";

/** Signed transactions for one block, all or none, in this order. */
export interface BundleRequest {
  /** 1 to 100, encoded and signed. */
  readonly txs: readonly Hex[];
  /** Height of the one block for which it is valid. */
  readonly blockNumber: number;
  /** Unix seconds, inclusive; undefined where any block time will do. */
  readonly minTimestamp: number | undefined;
  /** Unix seconds, inclusive; undefined where any block time will do. */
  readonly maxTimestamp: number | undefined;
  /** Hashes of those that may revert without spoiling the bundle. */
  readonly revertingTxHashes: readonly Hex[];
  /** Under which it can be replaced or cancelled; small letters. */
  readonly replacementUuid: string | undefined;
}

/** A bundle to be simulated and not sent. */
export interface CallBundleRequest {
  /** 1 to 100, encoded and signed. */
  readonly txs: readonly Hex[];
  /** Height of the block in which it pretends to be. */
  readonly blockNumber: number;
  /** State to start from. */
  readonly stateBlockNumber: number | BlockTag;
  /** Unix seconds of the pretended block; undefined for what the next block would have. */
  readonly timestamp: number | undefined;
}

export interface CancelRequest {
  /** Given when the bundle was sent; small letters. */
  readonly replacementUuid: string;
}

/** What the reference market says. */
export interface ReferencePrice {
  /** Quote per base, times 10^8, in decimal digits. */
  readonly priceE8: string;
  /** Height of the block at which it was last moved. */
  readonly block: number;
  /** Unix seconds of that block. */
  readonly timestamp: number;
}

/** A new block as `newHeads` tells it: the header's fields as JSON, of which the server itself reads only the hash. */
export interface Head extends Readonly<Record<string, unknown>> {
  readonly hash: Hex;
}

/**
 * What stands behind the server. Results are JSON: strings, numbers, booleans, null, arrays and plain objects, and no bigint. A refusal is an
 * RpcError and reaches the visitor as it is; anything else that is thrown reaches it as an internal error with its message.
 */
export interface NodeBackend {
  /** The chain's answer to a method that only reads; the parameters' form is checked. */
  read(method: ReadMethod, params: readonly unknown[]): Promise<unknown>;
  /** Takes a signed transaction into the public mempool. @returns its hash @throws RpcError -32000 with the node's reason */
  sendRawTransaction(raw: Hex): Promise<Hex>;
  /** Offers a bundle to the block's builder. @returns its hash @throws RpcError -32000 with the builder's reason */
  sendBundle(bundle: BundleRequest): Promise<Hex>;
  /** Simulates a bundle, and changes nothing. @returns what Flashbots' `eth_callBundle` returns */
  callBundle(bundle: CallBundleRequest): Promise<unknown>;
  /** Withdraws a bundle. @returns whether there was one */
  cancelBundle(request: CancelRequest): Promise<boolean>;
  /** Of the run's contracts, by what stands there. */
  addresses(): Readonly<Record<string, string>>;
  referencePrice(): ReferencePrice;
  /**
   * Asks for the next block, where the run waits for that.
   *
   * @returns its height, a quantity, once it can be read
   * @throws RpcError -32000 where the run does not wait, and when it is over
   */
  step(): Promise<unknown>;
  /** Tells of every new block once it can be read. @returns what ends it */
  onHead(listener: (head: Head) => void): () => void;
  /** Tells of every transaction that enters the public mempool, as `eth_getTransactionByHash` would. @returns what ends it */
  onPending(listener: (hash: Hex, transaction: unknown) => void): () => void;
}
