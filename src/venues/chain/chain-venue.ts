import { impliedFee } from "../../amm/implied-fee.ts";
import { swapFee } from "../../amm/swap-fee.ts";
import { CrashError } from "../../core/errors.ts";
import { paymentOf } from "../../core/payment-of.ts";
import type { AccountId, Asset, BlockEnv, Genesis, Outcome, PoolState, Side, SwapFee, Tx, Venue, VenueState } from "../../core/words.ts";
import { openChainTrial, type Sent } from "./chain-trial.ts";
import { decodeLogs, decodeReason, type Log } from "./decode.ts";
import { decodeFully } from "./decode-fully.ts";
import { addressOf, encodeCall } from "./encode.ts";
import { buildGenesis, startNonces } from "./genesis.ts";
import type { Layout } from "./layout.ts";
import type { PoolBinding } from "./pool-binding.ts";
import { type Provider, quantity, word, wordAt } from "./rpc.ts";
import { SELECTOR } from "./selectors.ts";

export interface Receipt {
  readonly status: string;
  readonly gasUsed: string;
  readonly logs: readonly Log[];
}

/** How transactions reach the chain, and how it is known what became of them. */
export interface Wire {
  /** @returns its hash */
  readonly send: (tx: Tx) => Promise<string>;
  /** @param hash as `send` returned it; the transaction was mined since */
  readonly collect: (tx: Tx, hash: string) => Promise<Outcome>;
}

/** What a wire goes through. */
export interface Ground {
  readonly provider: Provider;
  readonly layout: Layout;
  /** Nonce that each wallet has when the run starts. */
  readonly offsets: ReadonlyMap<AccountId, number>;
}

interface ChainOptions {
  /** Gas limit that each kind of transaction carries. */
  readonly gasLimitOf: (kind: Tx["action"]["kind"]) => number;
  /** Called at the end, to free the connection. */
  readonly close?: () => Promise<void>;
  /** A pool of one's own in the place of the published pair; what it does is then decoded in full. */
  readonly pool?: PoolBinding;
  /** Another way than the quickest, which signs nothing and decodes no more than the ledger predicts. */
  readonly wire?: (ground: Ground) => Wire;
}

/**
 * The published pool on a local chain: executes ordered lists as blocks, one request for each transaction, and reads every balance once a block.
 *
 * @param provider a fresh chain that mines only on request, in order of submission
 */
export async function openChainVenue(provider: Provider, genesis: Genesis, options: ChainOptions): Promise<Venue> {
  const binding = options.pool ?? null;
  const layout = await buildGenesis(provider, genesis, binding);
  const offsets = await startNonces(provider, layout, genesis);
  const names = [...layout.addressOf.keys()];
  const read = async (): Promise<VenueState> => {
    const found = await readState(provider, layout, names);
    return binding === null ? found : { ...found, pool: { ...found.pool, fee: await feeNow(provider, layout, found.pool, binding) } };
  };
  let state = await read();

  const decode = binding === null ? decodeLogs : decodeFully;
  const { send, collect } =
    options.wire?.({ provider, layout, offsets }) ??
    quickWire({ provider, layout, offsets }, options.gasLimitOf, { decode, errorName: binding?.errorName });

  const put = async (env: BlockEnv, ordered: readonly Tx[]): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    for (const tx of ordered) sent.push({ tx, hash: await send(tx) });
    if (ordered.length > 0) await provider.request({ method: "hardhat_setNextBlockBaseFeePerGas", params: [quantity(env.baseFee)] });
    await provider.request({ method: "evm_mine", params: [quantity(env.timestamp)] });
    return sent;
  };
  const collectAll = async (mined: readonly Sent[]): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const { tx, hash } of mined) outcomes.push(await collect(tx, hash));
    return outcomes;
  };

  return {
    name: "chain",
    state: () => state,
    trial: (env) => openChainTrial(provider, { put: (txs) => put(env, txs), collectAll }),
    async execute(env: BlockEnv, ordered: readonly Tx[]): Promise<readonly Outcome[]> {
      const outcomes = await collectAll(await put(env, ordered));
      if (ordered.length > 0 || binding?.terms.fee === null) state = await read();
      return outcomes;
    },
    ...(binding === null ? {} : { quote: (side: Side, amountIn: bigint) => askRouter(provider, layout, side, amountIn) }),
    async facts() {
      const block = (await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as Record<string, string>;
      return { blockHash: block["hash"] ?? "", stateRoot: block["stateRoot"] ?? "", height: Number(block["number"] ?? 0) };
    },
    async close() {
      await options.close?.();
    },
  };
}

/** How a receipt is read. */
interface Reading {
  readonly decode: typeof decodeLogs;
  readonly errorName: PoolBinding["errorName"];
}

/** Sends without a signature, in the wallets' names. */
function quickWire({ provider, layout, offsets }: Ground, gasLimitOf: ChainOptions["gasLimitOf"], { decode, errorName }: Reading): Wire {
  return {
    async send(tx) {
      const { to, data } = encodeCall(tx, layout);
      const transaction = {
        from: addressOf(layout, tx.from),
        to,
        data,
        value: quantity(paymentOf(tx.action)),
        gas: quantity(gasLimitOf(tx.action.kind)),
        nonce: quantity(tx.nonce + (offsets.get(tx.from) ?? 0)),
        maxFeePerGas: quantity(tx.maxFeePerGas),
        maxPriorityFeePerGas: quantity(tx.maxPriorityFeePerGas),
      };
      return (await provider.request({ method: "eth_sendTransaction", params: [transaction] })) as string;
    },
    async collect(tx, hash) {
      const receipt = (await provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as Receipt | null;
      if (receipt === null)
        throw new CrashError("CHAIN_NOT_MINED", `transaction ${tx.id} of ${tx.from} with nonce ${tx.nonce} is in no block`);
      const gasUsed = BigInt(receipt.gasUsed);
      if (receipt.status === "0x1") return { tx, success: true, gasUsed, effects: decode(receipt.logs, layout) };
      return { tx, success: false, reason: await reasonOf(provider, hash, errorName), gasUsed, effects: [] };
    },
  };
}

/** Why a mined transaction was reverted. */
export async function reasonOf(provider: Provider, hash: string, errorName?: PoolBinding["errorName"]): Promise<string> {
  const trace = (await provider.request({
    method: "debug_traceTransaction",
    params: [hash, { tracer: "callTracer", tracerConfig: { onlyTopCall: true } }],
  })) as { output?: string };
  return errorName?.(trace.output ?? "0x") ?? decodeReason(trace.output);
}

/** What the router of a pool of one's own says that an input would bring; 0 where it refuses to say. */
async function askRouter(provider: Provider, layout: Layout, side: Side, amountIn: bigint): Promise<bigint> {
  const zeroForOne = (side === "sell") === layout.baseIsToken0 ? 1 : 0;
  const data = SELECTOR.quote + word(zeroForOne) + word(amountIn);
  try {
    return BigInt((await provider.request({ method: "eth_call", params: [{ to: layout.router, data }, "latest"] })) as string);
  } catch {
    return 0n;
  }
}

/** Of the reserve: large enough to be told from rounding, small enough to say what a fee is now. */
const PROBE = 10_000n;

/** What a swap of a pool of one's own costs now: its fixed fee, or what a small one would cost. */
async function feeNow(provider: Provider, layout: Layout, { base, quote }: PoolState, { terms }: PoolBinding): Promise<SwapFee> {
  if (terms.fee !== null) return swapFee(terms.fee);
  const amountIn = base / PROBE;
  return impliedFee(amountIn, await askRouter(provider, layout, "sell", amountIn), base, quote);
}

/** Every account's four balances, the pair's reserves and the supply of liquidity, in one call. */
async function readState(provider: Provider, layout: Layout, names: readonly AccountId[]): Promise<VenueState> {
  const answer = (await provider.request({ method: "eth_call", params: [{ to: layout.reader, data: SELECTOR.read }, "latest"] })) as string;
  const values = (index: number): bigint => wordAt(answer, index + 2);
  const balances = new Map<AccountId, Readonly<Record<Asset, bigint>>>();
  for (const [i, name] of names.entries()) {
    balances.set(name, { base: values(4 * i), quote: values(4 * i + 1), liquidity: values(4 * i + 2), gas: values(4 * i + 3) });
  }
  const [reserve0, reserve1] = [values(4 * names.length), values(4 * names.length + 1)];
  const [base, quote] = layout.baseIsToken0 ? [reserve0, reserve1] : [reserve1, reserve0];
  return { pool: { base, quote, supply: values(4 * names.length + 2) }, balances };
}
