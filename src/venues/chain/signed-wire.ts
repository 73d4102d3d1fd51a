import { keccak256, SigningKey, Transaction } from "ethers";
import { paymentOf } from "../../core/payment-of.ts";
import type { Outcome, Tx } from "../../core/words.ts";
import { type Ground, reasonOf, type Receipt, type Wire } from "./chain-venue.ts";
import { type CallFrame, decodeEther, decodeFully } from "./decode-fully.ts";
import { encodeCall } from "./encode.ts";
import { walletKey } from "./layout.ts";

/** A transaction as it goes over a wire. */
export interface Signed {
  readonly raw: string;
  readonly hash: string;
}

/** A wire for runs with visitors. */
export interface SignedWire extends Wire {
  /** Bytes and hash of a transaction, the same before and after it is executed. */
  readonly sign: (tx: Tx) => Signed;
}

/**
 * Sends every transaction signed, so that anybody can put its bytes into a bundle, and decodes in full what it did. What the node refuses moves
 * nothing and costs nothing: it is an outcome without gas.
 *
 * @param gasLimitOf gas limit that each transaction carries
 */
export function signedWire({ provider, layout, offsets }: Ground, gasLimitOf: (tx: Tx) => number, chainId: number): SignedWire {
  const signed = new WeakMap<Tx, Signed>();
  const refused = new Map<string, string>();

  const sign = (tx: Tx): Signed => {
    if (tx.action.kind === "raw") return tx.action;
    let found = signed.get(tx);
    if (found === undefined) {
      const { to, data } = encodeCall(tx, layout);
      const transaction = Transaction.from({
        type: 2,
        chainId,
        nonce: tx.nonce + (offsets.get(tx.from) ?? 0),
        to,
        data,
        value: paymentOf(tx.action),
        gasLimit: gasLimitOf(tx),
        maxFeePerGas: tx.maxFeePerGas,
        maxPriorityFeePerGas: tx.maxPriorityFeePerGas,
      });
      transaction.signature = new SigningKey(walletKey(tx.from)).sign(transaction.unsignedHash);
      const raw = transaction.serialized;
      signed.set(tx, (found = { raw, hash: keccak256(raw) }));
    }
    return found;
  };

  const ether = async (hash: string): Promise<ReturnType<typeof decodeEther>> =>
    decodeEther(
      (await provider.request({ method: "debug_traceTransaction", params: [hash, { tracer: "callTracer" }] })) as CallFrame,
      layout,
    );

  return {
    sign,
    async send(tx) {
      const { raw, hash } = sign(tx);
      try {
        await provider.request({ method: "eth_sendRawTransaction", params: [raw] });
      } catch (error) {
        refused.set(hash, error instanceof Error ? error.message : String(error));
      }
      return hash;
    },
    async collect(tx, hash): Promise<Outcome> {
      const receipt = (await provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as Receipt | null;
      if (receipt === null) {
        await provider.request({ method: "hardhat_dropTransaction", params: [hash] });
        const reason = `refused by the node: ${refused.get(hash) ?? "not executable"}`;
        refused.delete(hash);
        return { tx, success: false, reason, gasUsed: 0n, effects: [] };
      }
      const gasUsed = BigInt(receipt.gasUsed);
      if (receipt.status !== "0x1") return { tx, success: false, reason: await reasonOf(provider, hash), gasUsed, effects: [] };
      const moved = tx.action.kind === "raw" ? await ether(hash) : [];
      return { tx, success: true, gasUsed, effects: [...decodeFully(receipt.logs, layout), ...moved] };
    },
  };
}
