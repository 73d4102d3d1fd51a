import { Transaction } from "ethers";
import { type Json, Listener } from "../serve/with-server.ts";

/** A public transaction as a visitor sees it, and its bytes. */
export interface Seen {
  readonly hash: string;
  readonly from: string;
  readonly to: string | null;
  readonly input: string;
  readonly raw: string;
}

/** Keeps the public transactions that a node tells of. @returns takes those that came since it was last called */
export async function pendingFeed(wsUrl: string): Promise<{ take(): readonly Seen[]; close(): void }> {
  const listener = await Listener.open(wsUrl);
  await listener.ask("eth_subscribe", ["newPendingTransactions", true]);
  const seen: Seen[] = [];
  listener.socket.on("message", (data: Buffer) => {
    const transaction: Json = JSON.parse(data.toString()).params?.result;
    if (transaction !== undefined) seen.push({ ...transaction, raw: rawOf(transaction) });
  });
  return { take: () => seen.splice(0), close: () => listener.socket.close() };
}

/** The bytes, made anew from the fields as any client can. */
function rawOf(json: Json): string {
  const type = Number(json.type);
  return Transaction.from({
    type,
    chainId: json.chainId,
    nonce: Number(json.nonce),
    to: json.to,
    value: json.value,
    gasLimit: json.gas,
    data: json.input,
    ...(type === 2
      ? { maxFeePerGas: json.maxFeePerGas, maxPriorityFeePerGas: json.maxPriorityFeePerGas, accessList: json.accessList }
      : { gasPrice: json.gasPrice }),
    signature: { r: word(json.r), s: word(json.s), v: Number(json.v) < 2 ? 27 + Number(json.v) : Number(json.v) },
  }).serialized;
}

function word(quantity: string): string {
  return `0x${quantity.slice(2).padStart(64, "0")}`;
}
