import { burn, emptyPair, mint, type PairEnv, type PairState, type Recipient, skim, swap, sync } from "../../amm/pair.ts";
import { Refusal } from "../../amm/refusal.ts";
import type { Amounts } from "../../amm/uniswap-v2.ts";
import type { AccountId, ChainEffect } from "../../core/words.ts";
import type { Holdings } from "./holdings.ts";

/** What became of a call: what it did, or why it did nothing. */
export interface Attempt {
  readonly success: boolean;
  /** The contract's own words; absent on success. */
  readonly reason?: string;
  readonly effects: readonly ChainEffect[];
}

/**
 * The pair and its three tokens without a chain: the pure pair of `amm/pair.ts` joined to balances, with the events that the contracts would
 * log, in their order. The pair's token0 is base.
 */
export class TwinPool {
  readonly holdings: Holdings;
  /** Who gets the protocol fee; nobody while it is off. */
  feeTo: AccountId | null = null;
  /** Accounts that stand for the tokens' own contracts, to which the pair does not pay. */
  readonly tokens: readonly AccountId[];
  #pair = emptyPair;
  #effects: ChainEffect[] = [];
  #time = 0;

  constructor(holdings: Holdings, tokens: readonly AccountId[] = ["weth"]) {
    this.holdings = holdings;
    this.tokens = tokens;
  }

  get pair(): PairState {
    return this.#pair;
  }

  /** Unix seconds of the block at hand. */
  get time(): number {
    return this.#time;
  }

  /** Starts a pair's life with what it remembers. */
  set pair(pair: PairState) {
    this.#pair = pair;
  }

  /** Carries out a call as a transaction does: whole, or not at all. What no contract would refuse is thrown on. */
  attempt(time: number, call: () => void): Attempt {
    const before = this.#pair;
    this.#time = time;
    this.#effects = [];
    try {
      call();
    } catch (error) {
      this.holdings.takeBack();
      this.#pair = before;
      if (error instanceof Refusal) return { success: false, reason: error.message, effects: [] };
      throw error;
    }
    this.holdings.keep();
    return { success: true, effects: this.#effects };
  }

  transfer(asset: "base" | "quote" | "liquidity", from: AccountId, to: AccountId, amount: bigint): void {
    this.holdings.transfer(asset, from, to, amount);
    this.#effects.push({ type: "transfer", asset, from, to, amount });
  }

  mint(to: AccountId): void {
    const { pair, minted, protocol, locked } = mint(this.#pair, this.held, this.#env());
    this.#issue(this.feeTo, protocol);
    this.#issue("zero", locked);
    this.#issue(to, minted);
    this.#pair = pair;
  }

  burn(to: AccountId): Amounts {
    const liquidity = this.holdings.of("pair").liquidity;
    const { pair, base, quote, protocol } = burn(this.#pair, this.held, liquidity, this.#env(), this.#kindOf(to));
    this.#issue(this.feeTo, protocol);
    this.holdings.add("pair", "liquidity", -liquidity);
    this.#effects.push({ type: "transfer", asset: "liquidity", from: "pair", to: "zero", amount: liquidity });
    this.#pay(to, { base, quote });
    this.#pair = pair;
    return { base, quote };
  }

  swap(out: Amounts, to: AccountId): void {
    const { pair, paidIn } = swap(this.#pair, this.held, out, this.#time, this.#kindOf(to));
    if (out.base > 0n) this.transfer("base", "pair", to, out.base);
    if (out.quote > 0n) this.transfer("quote", "pair", to, out.quote);
    this.#pair = pair;
    this.#effects.push(
      paidIn.base > 0n
        ? { type: "swap", side: "sell", amountIn: paidIn.base, amountOut: out.quote }
        : { type: "swap", side: "buy", amountIn: paidIn.quote, amountOut: out.base },
    );
  }

  skim(to: AccountId): void {
    this.#pay(to, skim(this.#pair, this.held));
  }

  sync(): void {
    this.#pair = sync(this.#pair, this.held, this.#time);
  }

  /** What the pair holds of its tokens, reserves and donations. */
  get held(): Amounts {
    return this.holdings.of("pair");
  }

  #pay(to: AccountId, amounts: Amounts): void {
    this.transfer("base", "pair", to, amounts.base);
    this.transfer("quote", "pair", to, amounts.quote);
  }

  #issue(to: AccountId | null, amount: bigint): void {
    if (to === null || amount === 0n) return;
    this.holdings.add(to, "liquidity", amount);
    this.#effects.push({ type: "transfer", asset: "liquidity", from: "zero", to, amount });
  }

  #env(): PairEnv {
    return { time: this.#time, feeOn: this.feeTo !== null };
  }

  #kindOf(account: AccountId): Recipient {
    return account === "pair" ? "pair" : this.tokens.includes(account) ? "token" : "account";
  }
}
