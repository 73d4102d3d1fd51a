import { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Venue } from "../core/words.ts";
import type { Interval, Offered, VisitorDesk } from "../engine/visitor-desk.ts";
import type { ReadMethod } from "../serve/methods.ts";
import type { BundleRequest, CallBundleRequest, CancelRequest, Head, Hex, NodeBackend, ReferencePrice } from "../serve/node-backend.ts";
import { quantity } from "../venues/chain/rpc.ts";
import { BundleBook } from "./bundle-book.ts";
import { bundleHash, callBundle } from "./call-bundle.ts";
import { readChain } from "./chain-reads.ts";
import { placeFeed, setFeed } from "./feed.ts";
import { Gate } from "./gate.ts";
import { Intake, type IntakeOptions } from "./intake.ts";
import { type Pace, waitFor } from "./pace.ts";
import { pendingJson } from "./pending-json.ts";
import { refusal } from "./signed-transaction.ts";
import { Steps } from "./steps.ts";

/** The chain on which visitors meet the run. */
export interface NodeGround extends Omit<IntakeOptions, "visitors" | "gasLimit"> {
  readonly venue: Venue;
  /** By what stands there. */
  readonly addresses: Readonly<Record<string, string>>;
}

interface NodeOptions extends Pick<IntakeOptions, "visitors" | "gasLimit"> {
  readonly pace: Pace;
  readonly takesBundles: boolean;
  /** How long the last block can be read before all is closed. */
  readonly graceMilliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** A run as a node: between two blocks visitors read the chain, send transactions and offer bundles; while a block is built, they wait. */
export class CrashNode implements NodeBackend, VisitorDesk {
  readonly #options: NodeOptions;
  readonly #gate = new Gate();
  readonly #steps = new Steps();
  readonly #bundles = new BundleBook();
  readonly #events = new EventEmitter();
  readonly #told = new Set<number>();
  #ground: NodeGround | undefined;
  #intake: Intake | undefined;
  #interval: Interval | undefined;
  /** Of the chain after the last block. */
  #height = 0;

  constructor(options: NodeOptions) {
    this.#options = options;
    this.#events.setMaxListeners(0);
  }

  /** Says what chain it is, before the first block. */
  async attach(ground: NodeGround): Promise<void> {
    this.#ground = ground;
    this.#intake = new Intake({ ...ground, ...this.#options });
    await placeFeed(ground.provider, 1n);
  }

  async interval(interval: Interval): Promise<Offered> {
    const { env, seconds, price } = interval;
    const { pace, signal } = this.#options;
    const intake = this.#taking;
    this.#interval = interval;
    intake.begin(interval);
    await setFeed(this.#chain.provider, price);
    await this.#tellHead();
    this.#gate.open();
    this.#tellPending();
    await (pace.kind === "step" ? this.#steps.next(signal) : waitFor(seconds, pace.factor, signal));
    await this.#gate.close();
    const { nextTxId, ...sent } = intake.result;
    const pendingBy = (hash: string): ReturnType<Intake["pendingBy"]> => intake.pendingBy(hash);
    const closing = { block: env.number, height: this.#height + 1, timestamp: env.timestamp, pendingBy };
    return { ...sent, ...this.#bundles.take({ ...closing, nextTxId, nextBundleId: interval.nextBundleId }) };
  }

  /** The run is over: the last block can be read a little longer. */
  async finish(): Promise<void> {
    const over = refusal("the run is over");
    if (this.#interval !== undefined && this.#options.signal?.aborted !== true) {
      await this.#tellHead();
      this.#gate.open();
      // Whoever asks for another block has read the last.
      const asked = new AbortController();
      void this.#steps.next(undefined).then(() => asked.abort());
      await setTimeout(this.#options.graceMilliseconds, undefined, { signal: asked.signal }).catch(() => undefined);
    }
    this.#steps.end(over);
    await this.#gate.end(over);
  }

  read(method: ReadMethod, params: readonly unknown[]): Promise<unknown> {
    return this.#gate.run(async () => {
      const { bid } = this.#now;
      const [first, second] = params;
      if (method === "eth_gasPrice") return quantity(bid.expected);
      if (method === "eth_maxPriorityFeePerGas") return quantity(bid.maxPriorityFeePerGas);
      if (method === "eth_getTransactionCount" && second === "pending") {
        const nonce = this.#taking.nextNonce(String(first));
        if (nonce !== undefined) return quantity(nonce);
      }
      const waiting = method === "eth_getTransactionByHash" ? this.#taking.pendingBy(String(first).toLowerCase()) : undefined;
      return waiting === undefined ? readChain(this.#chain.provider, method, params) : pendingJson(this.#chain.wire.sign(waiting).raw);
    });
  }

  sendRawTransaction(raw: Hex): Promise<Hex> {
    return this.#gate.run(async () => {
      const tx = await this.#taking.take(raw);
      this.#tellPending();
      return this.#chain.wire.sign(tx).hash as Hex;
    });
  }

  sendBundle(request: BundleRequest): Promise<Hex> {
    return this.#gate.run(async () => {
      if (!this.#options.takesBundles)
        throw refusal("this run's builder takes no bundles; mempool.ordering=bundle-auction has one that does");
      if (request.blockNumber <= this.#height) throw refusal(`block ${request.blockNumber} is mined; the next is ${this.#height + 1}`);
      const bundle = await this.#taking.readBundle(request);
      this.#bundles.add(bundle);
      return bundleHash(bundle.txs.map(({ hash }) => hash));
    });
  }

  callBundle(request: CallBundleRequest): Promise<unknown> {
    return this.#gate.run(async () => {
      const { stateBlockNumber: state, timestamp } = request;
      if (state !== this.#height && state !== "latest" && state !== "pending")
        throw refusal(`bundles are simulated on the latest state, ${this.#height}, only`);
      const { env } = this.#now;
      if (timestamp !== undefined && timestamp < env.timestamp) throw refusal(`the timestamp is before the next block's, ${env.timestamp}`);
      const { txs } = await this.#taking.readBundle({
        ...request,
        revertingTxHashes: [],
        minTimestamp: undefined,
        maxTimestamp: undefined,
        replacementUuid: undefined,
      });
      const whole = txs.flatMap(({ hash, own }, i) => (own === null ? (this.#taking.pendingBy(hash) ?? []) : { ...own, id: -1 - i }));
      const { venue, wire } = this.#chain;
      return callBundle(venue, wire, { ...env, timestamp: timestamp ?? env.timestamp }, whole, this.#height);
    });
  }

  cancelBundle({ replacementUuid }: CancelRequest): Promise<boolean> {
    return this.#gate.run(async () => this.#bundles.cancel(replacementUuid));
  }

  async step(): Promise<unknown> {
    if (this.#options.pace.kind !== "step") throw refusal("this run keeps its own pace; with --pace step it waits for this method");
    return this.#steps.ask();
  }

  addresses(): Readonly<Record<string, string>> {
    return this.#chain.addresses;
  }

  referencePrice(): ReferencePrice {
    const { env, price } = this.#now;
    return { priceE8: price.toString(), block: this.#height + 1, timestamp: env.timestamp };
  }

  onHead(listener: (head: Head) => void): () => void {
    this.#events.on("head", listener);
    return () => this.#events.off("head", listener);
  }

  onPending(listener: (hash: Hex, transaction: unknown) => void): () => void {
    this.#events.on("pending", listener);
    return () => this.#events.off("pending", listener);
  }

  async #tellHead(): Promise<void> {
    const head = (await this.#chain.provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as Head;
    const isFirst = this.#height === 0;
    this.#height = Number(head["number"]);
    this.#steps.done(quantity(this.#height));
    if (!isFirst) this.#events.emit("head", head);
  }

  /** Tells of what has come into the public mempool since it last told; bytes are looked at only where somebody listens. */
  #tellPending(): void {
    const { pending } = this.#taking;
    const fresh = pending.filter(({ id }) => !this.#told.has(id));
    this.#told.clear();
    for (const { id } of pending) this.#told.add(id);
    if (this.#events.listenerCount("pending") === 0) return;
    for (const tx of fresh) {
      const { raw, hash } = this.#chain.wire.sign(tx);
      this.#events.emit("pending", hash, pendingJson(raw));
    }
  }

  get #chain(): NodeGround {
    return this.#ground ?? notYet();
  }

  get #taking(): Intake {
    return this.#intake ?? notYet();
  }

  get #now(): Interval {
    return this.#interval ?? notYet();
  }
}

function notYet(): never {
  throw refusal("the run has not begun yet");
}
