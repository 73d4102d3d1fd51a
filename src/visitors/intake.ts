import { keccak256 } from "ethers";
import { visitorAccounts } from "../core/account-names.ts";
import { CrashError } from "../core/errors.ts";
import type { AccountId, Tx } from "../core/words.ts";
import type { Interval } from "../engine/visitor-desk.ts";
import { type Mempool, nonceFor, submit } from "../mempool/mempool.ts";
import type { BundleRequest, Hex } from "../serve/node-backend.ts";
import { rpcCodes } from "../serve/rpc-codes.ts";
import { RpcError } from "../serve/rpc-error.ts";
import type { Provider } from "../venues/chain/rpc.ts";
import { walletAddress } from "../venues/chain/layout.ts";
import type { SignedWire } from "../venues/chain/signed-wire.ts";
import type { WaitingBundle } from "./bundle-book.ts";
import { toRefusal } from "./chain-reads.ts";
import { refusal, type SignedTransaction, signedTransaction } from "./signed-transaction.ts";

/** Transactions of one account that wait at once. */
const MOST_PENDING = 64;

export interface IntakeOptions {
  readonly provider: Provider;
  readonly wire: SignedWire;
  readonly chainId: bigint;
  readonly visitors: number;
  /** Gas of a whole block. */
  readonly gasLimit: number;
}

/** The mempool as visitors meet it in one interval: what is sent is checked as a node checks it, and taken in or refused. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #accounts: ReadonlyMap<string, AccountId>;
  #block = 0;
  #mempool: Mempool = { pending: [], nextNonce: new Map() };
  #nextTxId = 0;
  #submitted = 0;
  #replaced = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#accounts = new Map(visitorAccounts(options.visitors).map((account) => [walletAddress(account), account]));
  }

  begin({ env, mempool, nextTxId }: Interval): void {
    this.#block = env.number;
    this.#mempool = mempool;
    this.#nextTxId = nextTxId;
    [this.#submitted, this.#replaced] = [0, 0];
  }

  get result(): { readonly mempool: Mempool; readonly submitted: number; readonly replaced: number; readonly nextTxId: number } {
    return { mempool: this.#mempool, submitted: this.#submitted, replaced: this.#replaced, nextTxId: this.#nextTxId };
  }

  /** Public transactions that wait, in the order in which they came. */
  get pending(): readonly Tx[] {
    return this.#mempool.pending.filter((tx) => tx.isPrivate !== true);
  }

  pendingBy(hash: string): Tx | undefined {
    return this.pending.find((tx) => this.#options.wire.sign(tx).hash === hash);
  }

  /** The next nonce of a visitor after all that it has pending; undefined for anybody else. */
  nextNonce(address: string): number | undefined {
    const account = this.#accounts.get(address.toLowerCase());
    return account === undefined ? undefined : nonceFor(this.#mempool, account);
  }

  /** Takes a transaction into the public mempool. @throws RpcError with the node's reason */
  async take(raw: Hex): Promise<Tx> {
    if (this.pendingBy(keccak256(raw)) !== undefined) throw refusal("already known");
    const signed = signedTransaction(raw, this.#options.chainId);
    const from = this.#visitor(signed);
    const own = this.#mempool.pending.filter((tx) => tx.from === from);
    const old = own.find(({ nonce }) => nonce === signed.nonce);
    if (old === undefined && own.length >= MOST_PENDING)
      throw new RpcError(rpcCodes.limitExceeded, `limit exceeded: ${MOST_PENDING} transactions of ${signed.from} wait already`, {
        limit: MOST_PENDING,
      });
    const next = nonceFor(this.#mempool, from);
    if (old === undefined && signed.nonce !== next)
      throw refusal(`nonce too ${signed.nonce < next ? "low" : "high"}: next nonce ${next}, tx nonce ${signed.nonce}`);
    await this.#check(signed);
    const tx = { ...this.#draft(signed, from), id: this.#nextTxId, ...(old === undefined ? {} : { submitted: old.submitted }) };
    try {
      this.#mempool = submit(this.#mempool, tx);
    } catch (error) {
      if (error instanceof CrashError) throw refusal(`replacement transaction underpriced: both fees must rise by 10 %`);
      throw error;
    }
    this.#nextTxId += 1;
    this.#submitted += 1;
    if (old !== undefined) this.#replaced += 1;
    return tx;
  }

  /** Reads a bundle: each transaction is one that waits in public, or a visitor's own. @throws RpcError with the builder's reason */
  async readBundle(request: BundleRequest): Promise<WaitingBundle> {
    const txs: WaitingBundle["txs"][number][] = [];
    let from: AccountId | undefined;
    for (const [place, raw] of request.txs.entries()) {
      const hash = keccak256(raw) as Hex;
      if (this.pendingBy(hash) !== undefined) {
        txs.push({ hash, own: null });
        continue;
      }
      const signed = signedTransaction(raw, this.#options.chainId);
      const account = this.#accounts.get(signed.from);
      if (account === undefined) throw refusal(`txs[${place}] neither waits in public nor is signed by a visitor`);
      await this.#check(signed);
      from ??= account;
      txs.push({ hash, own: { ...this.#draft(signed, account), isPrivate: true } });
    }
    if (from === undefined) throw refusal("a bundle needs a transaction that a visitor has signed and not sent");
    return { request, from, txs };
  }

  #visitor({ from }: SignedTransaction): AccountId {
    const account = this.#accounts.get(from);
    if (account === undefined) throw refusal(`${from} is no visitor; only the accounts that were printed at the start can send`);
    return account;
  }

  /** What the chain's own pool would refuse is refused here: the transaction is put there and taken out again. */
  async #check({ raw, hash, gasLimit }: SignedTransaction): Promise<void> {
    const { provider, gasLimit: most } = this.#options;
    if (gasLimit > BigInt(most)) throw refusal(`exceeds block gas limit: ${gasLimit}, a block's is ${most}`);
    try {
      await provider.request({ method: "eth_sendRawTransaction", params: [raw] });
    } catch (error) {
      throw toRefusal(error);
    }
    await provider.request({ method: "hardhat_dropTransaction", params: [hash] });
  }

  #draft({ raw, hash, gasLimit, value, nonce, ...fees }: SignedTransaction, from: AccountId): Omit<Tx, "id"> {
    const { maxFeePerGas, maxPriorityFeePerGas } = fees;
    return {
      from,
      sender: "visitor",
      nonce,
      action: { kind: "raw", raw, hash, gasLimit: Number(gasLimit), value },
      maxFeePerGas,
      maxPriorityFeePerGas,
      submitted: this.#block,
      priced: this.#block,
    };
  }
}
