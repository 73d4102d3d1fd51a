import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import type { Side } from "../../../../core/words.ts";
import type { LabCall, LabWallet } from "../pool-lab.ts";
import type { PoolObservation } from "./observe-pool.ts";
import type { PoolOperation } from "./pool-operation.ts";

/** What a step asks of the pool, and what may be said of it beforehand. */
export interface StepRequest {
  readonly kind: "swap" | "raw-swap" | "deposit" | "withdrawal" | "transfer" | "skim" | "sync";
  readonly who: LabWallet;
  /** One after the other in one block; the last is what the step is named after. */
  readonly calls: readonly LabCall[];
  /** Of a swap through the router: its direction, its input and what the router said that it would bring. */
  readonly swap?: { readonly side: Side; readonly amountIn: bigint; readonly quoted: bigint };
  /** Of the pair's own swap: what it was asked to pay out. */
  readonly asked?: Amounts;
  /** Whether the stated fee allows what is asked, so that the pair has no reason to refuse. */
  readonly isDue?: boolean;
}

/** A step, and the pool before and after it. */
export interface PoolStep extends StepRequest {
  /** Whether its last call was carried out. */
  readonly succeeded: boolean;
  /** Block of the sequence, from 1, and its unix seconds. */
  readonly block: number;
  readonly time: number;
  readonly before: PoolObservation;
  readonly after: PoolObservation;
}

/** What became of an operation: its steps, one after the other. */
export interface OperationRecord {
  /** Place of the operation in its sequence, from 0. */
  readonly index: number;
  readonly operation: PoolOperation;
  readonly steps: readonly PoolStep[];
}
