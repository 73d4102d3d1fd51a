import type { Side } from "../../../../core/words.ts";
import type { PoolLab } from "../pool-lab.ts";
import type { PoolObservation, PoolObserver } from "./observe-pool.ts";
import type { OperationRecord, PoolStep, StepRequest } from "./pool-step.ts";
import type { PoolOperation } from "./pool-operation.ts";

/** Calls in a block after which one more operation is its last. An operation has up to six in a block, so that the gas limits of all fit into 30,000,000. */
const CALLS_A_BLOCK = 4;
const GAS = 2_000_000;

/** A step of which it is not yet known whether its calls were carried out. */
interface OpenStep {
  readonly step: Omit<PoolStep, "succeeded">;
  /** Of its last call. */
  readonly hash: string;
}

interface OpenRecord {
  readonly index: number;
  readonly operation: PoolOperation;
  readonly steps: OpenStep[];
}

/**
 * Where operations are carried out: puts the calls of their steps into blocks, and looks at the pool after each. In the middle of a block it looks at the block as far as it is filled.
 */
export class PoolStage {
  readonly lab: PoolLab;
  readonly #observe: PoolObserver;
  #now: PoolObservation;
  #block = 0;
  #seconds = 0;
  #isBegun = false;
  #isLast = false;
  #calls = 0;
  #open: OpenRecord[] = [];

  /** @param now the pool as it is found */
  constructor(lab: PoolLab, observe: PoolObserver, now: PoolObservation) {
    this.lab = lab;
    this.#observe = observe;
    this.#now = now;
  }

  /** The pool after the last step. */
  get now(): PoolObservation {
    return this.#now;
  }

  /** Whether the open block may be shared with more than the next operation. */
  get hasRoom(): boolean {
    return this.#calls < CALLS_A_BLOCK;
  }

  /**
   * Begins an operation.
   *
   * @param seconds after the block before; 0 to go on in the open block
   * @param isLast whether the block is mined when it ends
   */
  begin(index: number, operation: PoolOperation, seconds: number, isLast: boolean): void {
    if (seconds > 0) this.#nextBlock(seconds);
    this.#isLast = isLast;
    this.#open.push({ index, operation, steps: [] });
  }

  /** What the router says that an input would bring after the last step; 0 where it refuses to say. */
  quote(side: Side, amountIn: bigint): Promise<bigint> {
    return this.lab.quote(side, amountIn, this.#calls > 0 ? "pending" : "latest");
  }

  /** @param ends whether it is the operation's last step, which saves a look at a block that is not mined. @returns the pool after it */
  async step(request: StepRequest, ends = false): Promise<PoolObservation> {
    const before = this.#now;
    const isMined = ends && this.#isLast;
    if (!isMined) await this.#beginBlock();
    let hash = "";
    for (const call of request.calls) hash = await this.lab.put(call, GAS);
    this.#calls += request.calls.length;
    if (isMined) await this.#mine();
    this.#now = await this.#observe(isMined ? "latest" : "pending");
    const step = { ...request, block: this.#block, time: this.lab.time, before, after: this.#now };
    this.#open.at(-1)?.steps.push({ step, hash });
    return this.#now;
  }

  /** Mines the block that an operation is in the middle of, which goes on in the next. */
  async pause(seconds: number): Promise<void> {
    await this.#mine();
    this.#nextBlock(seconds);
  }

  /** Ends an operation. @returns what became of all whose block is mined, in their order */
  async end(): Promise<readonly OperationRecord[]> {
    if (!this.#isLast) return [];
    await this.#mine();
    const records: OperationRecord[] = [];
    for (const { steps, ...record } of this.#open)
      records.push({ ...record, steps: await Promise.all(steps.map((each) => this.#closed(each))) });
    this.#open = [];
    return records;
  }

  async #closed({ step, hash }: OpenStep): Promise<PoolStep> {
    return { ...step, succeeded: await this.lab.succeeded(hash) };
  }

  #nextBlock(seconds: number): void {
    this.#block += 1;
    this.#seconds = seconds;
    this.#isBegun = false;
    this.#calls = 0;
  }

  async #beginBlock(): Promise<void> {
    if (this.#isBegun) return;
    this.#isBegun = true;
    await this.lab.begin(this.#seconds);
  }

  async #mine(): Promise<void> {
    if (this.#seconds === 0) return;
    await this.#beginBlock();
    await this.lab.seal();
    this.#seconds = 0;
  }
}
