import { AbiCoder, id } from "ethers";
import { CrashError, InputError } from "../../../core/errors.ts";
import type { Side } from "../../../core/words.ts";
import { decodeReason } from "../decode.ts";
import { walletAddress } from "../layout.ts";
import { addressWord, type Provider, quantity, word, wordAt } from "../rpc.ts";
import { selector, SELECTOR } from "../selectors.ts";

/** What can be held. */
export type LabAsset = "base" | "quote" | "liquidity";

/** Wallets of a laboratory. Each holds a large stock of both tokens and lets the router move them. */
export const LAB_WALLETS = ["alice", "bob", "mallory"] as const;
export type LabWallet = (typeof LAB_WALLETS)[number];

/** When something is read: after the last block, or in the next one as far as it is filled. */
export type LabMoment = "latest" | "pending";

/** A call that a wallet makes. */
export interface LabCall {
  readonly from: LabWallet;
  readonly to: string;
  readonly data: string;
}

/** What became of it. */
export interface LabOutcome {
  readonly success: boolean;
  /** Why it was reverted; absent on success. */
  readonly reason?: string;
  readonly gasUsed: bigint;
  /** What it answered is not known; what changed in the wallet's holdings is, in smallest units. */
  readonly gained: Readonly<Record<LabAsset, bigint>>;
}

/** Reserves and supply of liquidity, in smallest units. */
export interface LabState {
  readonly base: bigint;
  readonly quote: bigint;
  readonly supply: bigint;
}

/** Where everything of a laboratory stands. */
export interface LabPlaces {
  readonly pair: string;
  readonly router: string;
  readonly base: string;
  readonly quote: string;
  readonly baseIsToken0: boolean;
}

const GAS = 8_000_000;
/** A wallet's ETH, which pays for gas if the chain asks for any. */
const PURSE = 10n ** 24n;
const FAR = 2n ** 40n;
const NOTHING = { base: 0n, quote: 0n, liquidity: 0n } as const;

/**
 * A pool on a chain of Hardhat's, a router beside it and three wallets: everything that can be done to a pool, one block at a time, and taken back. Where it stands on a chain of a
 * user's own, that chain is left as it was found once `close` has run.
 */
export class PoolLab {
  readonly places: LabPlaces;
  readonly #provider: Provider;
  readonly #close: () => Promise<void>;
  #time: number;

  /** @param time of the last block, unix seconds */
  constructor(provider: Provider, places: LabPlaces, time: number, close: () => Promise<void>) {
    this.#provider = provider;
    this.places = places;
    this.#time = time;
    this.#close = close;
  }

  /** Of the last block, unix seconds. */
  get time(): number {
    return this.#time;
  }

  /** Frees the chain, or leaves it as it was. */
  close(): Promise<void> {
    return this.#close();
  }

  /** Address of a wallet, or of what stands for a name. */
  address(who: LabWallet | "pair"): string {
    return who === "pair" ? this.places.pair : walletAddress(`lab-${who}`);
  }

  async state(): Promise<LabState> {
    const reserves = await this.read(this.places.pair, selector("getReserves()"));
    const supply = await this.read(this.places.pair, selector("totalSupply()"));
    if (reserves === null || supply === null)
      throw new InputError("POOL_REFUSES", "the pool does not say what it holds", { value: this.places.pair });
    const [base, quote] = this.#inOrder(wordAt(reserves, 0), wordAt(reserves, 1));
    return { base, quote, supply: BigInt(supply) };
  }

  /** What an account holds, in the smallest unit. */
  async balance(who: LabWallet | "pair", asset: LabAsset): Promise<bigint> {
    return this.balanceAt(this.address(who), asset);
  }

  /** The same of any address. */
  async balanceAt(address: string, asset: LabAsset): Promise<bigint> {
    const answer = await this.read(this.#tokenOf(asset), selector("balanceOf(address)") + addressWord(address));
    return answer === null || answer === "0x" ? 0n : BigInt(answer);
  }

  /** What the router says that an input would bring; 0 where it refuses to say. */
  async quote(side: Side, amountIn: bigint, at: LabMoment = "latest"): Promise<bigint> {
    const answer = await this.read(this.places.router, SELECTOR.quote + word(this.#zeroForOne(side)) + word(amountIn), at);
    return answer === null ? 0n : BigInt(answer);
  }

  /**
   * Answer of a call, or null where it reverts.
   *
   * @param to null for creation code that is to be run and not kept; its answer is what it would leave as code
   * @param at "pending" for the state that all calls which were put into the next block leave behind
   */
  async read(to: string | null, data: string, at: LabMoment = "latest"): Promise<string | null> {
    try {
      return (await this.#provider.request({ method: "eth_call", params: [to === null ? { data } : { to, data }, at] })) as string;
    } catch {
      return null;
    }
  }

  /** A swap through the router. */
  swapCall(from: LabWallet, side: Side, amountIn: bigint, minAmountOut = 0n): LabCall {
    const { base, quote, router } = this.places;
    const path = side === "sell" ? [base, quote] : [quote, base];
    const head = word(amountIn) + word(minAmountOut) + word(5 * 32) + addressWord(this.address(from)) + word(FAR);
    return { from, to: router, data: SELECTOR.swapExactTokens + head + word(2) + path.map(addressWord).join("") };
  }

  /** A deposit through the router: as much of both as fits the reserves. */
  addCall(from: LabWallet, base: bigint, quote: bigint): LabCall {
    const tokens = addressWord(this.places.base) + addressWord(this.places.quote);
    const amounts = word(base) + word(quote) + word(0) + word(0);
    return { from, to: this.places.router, data: SELECTOR.addLiquidity + tokens + amounts + addressWord(this.address(from)) + word(FAR) };
  }

  /** Liquidity back into both tokens, through the router. */
  removeCall(from: LabWallet, liquidity: bigint): LabCall {
    const tokens = addressWord(this.places.base) + addressWord(this.places.quote);
    const amounts = word(liquidity) + word(0) + word(0);
    return {
      from,
      to: this.places.router,
      data: SELECTOR.removeLiquidity + tokens + amounts + addressWord(this.address(from)) + word(FAR),
    };
  }

  /** Sends tokens, liquidity among them, to an account. */
  sendCall(from: LabWallet, asset: LabAsset, to: LabWallet | "pair", amount: bigint): LabCall {
    return { from, to: this.#tokenOf(asset), data: SELECTOR.transfer + addressWord(this.address(to)) + word(amount) };
  }

  /** A call of the pair itself, around the router, such as `skim(address)` or `swap(uint256,uint256,address,bytes)`. */
  pairCall(from: LabWallet, signature: string, args: readonly unknown[]): LabCall {
    const types = signature.slice(signature.indexOf("(") + 1, -1);
    const encoded = types === "" ? "" : AbiCoder.defaultAbiCoder().encode(types.split(","), args).slice(2);
    return { from, to: this.places.pair, data: id(signature).slice(0, 10) + encoded };
  }

  /** The pair's own swap: what it is asked to pay out, by asset. */
  rawSwapCall(from: LabWallet, out: { readonly base: bigint; readonly quote: bigint }, data = "0x"): LabCall {
    const [out0, out1] = this.#inOrder(out.base, out.quote);
    return this.pairCall(from, "swap(uint256,uint256,address,bytes)", [out0, out1, this.address(from), data]);
  }

  /** One call in a block of its own. */
  async do(call: LabCall, seconds = 12): Promise<LabOutcome> {
    const [outcome] = await this.block([call], seconds);
    if (outcome === undefined) throw new CrashError("LAB_BLOCK", "a block of one call has no outcome");
    return outcome;
  }

  /**
   * Calls in one block, in this order. What a wallet gained is only known of a wallet that makes one call in the block; of others it is zero.
   *
   * @param seconds after the block before, at least 1
   */
  async block(calls: readonly LabCall[], seconds = 12): Promise<readonly LabOutcome[]> {
    const single = calls.filter(({ from }) => calls.filter((each) => each.from === from).length === 1).map(({ from }) => from);
    const before = new Map(await Promise.all(single.map(async (who) => [who, await this.#holdings(who)] as const)));
    const hashes: string[] = [];
    for (const call of calls) hashes.push(await this.put(call));
    await this.mine(seconds);
    const outcomes: LabOutcome[] = [];
    for (const [i, hash] of hashes.entries()) {
      const { from } = calls[i]!;
      const start = before.get(from);
      const now = start === undefined ? undefined : await this.#holdings(from);
      const gained = start === undefined || now === undefined ? NOTHING : differenceOf(now, start);
      outcomes.push({ ...(await this.#outcome(hash)), gained });
    }
    return outcomes;
  }

  /** A block of what was put into it, or an empty one. */
  async mine(seconds: number): Promise<void> {
    await this.begin(seconds);
    await this.seal();
  }

  /** Sets when the next block is, so that what is read as pending is of that time; `seal` mines it. */
  async begin(seconds: number): Promise<void> {
    this.#time += seconds;
    await this.#provider.request({ method: "hardhat_setNextBlockBaseFeePerGas", params: ["0x0"] });
    await this.#provider.request({ method: "evm_setNextBlockTimestamp", params: [quantity(this.#time)] });
  }

  /** Mines the block that was begun. */
  async seal(): Promise<void> {
    await this.#provider.request({ method: "evm_mine" });
  }

  /** Puts a call into the next block, behind those that are there. @returns the hash of its transaction */
  async put({ from, to, data }: LabCall, gas = GAS): Promise<string> {
    const transaction = { from: this.address(from), to, data, gas: quantity(gas), maxFeePerGas: "0x0", maxPriorityFeePerGas: "0x0" };
    return (await this.#provider.request({ method: "eth_sendTransaction", params: [transaction] })) as string;
  }

  /** Whether a call that was put into a block was carried out there, and not reverted. */
  async succeeded(hash: string): Promise<boolean> {
    return (await this.#receipt(hash)).status === "0x1";
  }

  /** Does something, and takes back all that it did to the chain. */
  async tentatively<T>(work: () => Promise<T>): Promise<T> {
    const snapshot = await this.#provider.request({ method: "evm_snapshot" });
    const time = this.#time;
    try {
      return await work();
    } finally {
      await this.#provider.request({ method: "evm_revert", params: [snapshot] });
      this.#time = time;
    }
  }

  async #outcome(hash: string): Promise<Omit<LabOutcome, "gained">> {
    const receipt = await this.#receipt(hash);
    const gasUsed = BigInt(receipt.gasUsed);
    if (receipt.status === "0x1") return { success: true, gasUsed };
    const trace = (await this.#provider.request({
      method: "debug_traceTransaction",
      params: [hash, { tracer: "callTracer", tracerConfig: { onlyTopCall: true } }],
    })) as { output?: string };
    return { success: false, reason: decodeReason(trace.output), gasUsed };
  }

  async #receipt(hash: string): Promise<{ readonly status: string; readonly gasUsed: string }> {
    const receipt = await this.#provider.request({ method: "eth_getTransactionReceipt", params: [hash] });
    if (receipt === null) throw new CrashError("LAB_BLOCK", "a call of the laboratory is in no block");
    return receipt as { status: string; gasUsed: string };
  }

  async #holdings(who: LabWallet): Promise<Readonly<Record<LabAsset, bigint>>> {
    return {
      base: await this.balance(who, "base"),
      quote: await this.balance(who, "quote"),
      liquidity: await this.balance(who, "liquidity"),
    };
  }

  #tokenOf(asset: LabAsset): string {
    const { base, quote, pair } = this.places;
    return asset === "base" ? base : asset === "quote" ? quote : pair;
  }

  #zeroForOne(side: Side): number {
    return (side === "sell") === this.places.baseIsToken0 ? 1 : 0;
  }

  /** Two numbers of the pair's tokens as base and quote, or the other way round. */
  #inOrder(first: bigint, second: bigint): readonly [bigint, bigint] {
    return this.places.baseIsToken0 ? [first, second] : [second, first];
  }
}

function differenceOf(now: Readonly<Record<LabAsset, bigint>>, before: Readonly<Record<LabAsset, bigint>>): LabOutcome["gained"] {
  return { base: now.base - before.base, quote: now.quote - before.quote, liquidity: now.liquidity - before.liquidity };
}

/** Lets the wallets act: their ETH, and the router's allowance. */
export async function admitWallets(provider: Provider, { router, base, quote, pair }: LabPlaces): Promise<readonly LabCall[]> {
  const calls: LabCall[] = [];
  for (const who of LAB_WALLETS) {
    const address = walletAddress(`lab-${who}`);
    await provider.request({ method: "hardhat_impersonateAccount", params: [address] });
    await provider.request({ method: "hardhat_setBalance", params: [address, quantity(PURSE)] });
    for (const token of [base, quote, pair])
      calls.push({ from: who, to: token, data: SELECTOR.approve + addressWord(router) + "f".repeat(64) });
  }
  return calls;
}
