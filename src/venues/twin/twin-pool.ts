import { burn, emptyPair, mint, type PairEnv, type PairState, type Recipient, skim, swap, sync } from "../../amm/pair.ts";
import type { Amounts } from "../../amm/uniswap-v2.ts";
import type { AccountId, PoolId, SwapEffect } from "../../core/words.ts";
import type { Holdings } from "./holdings.ts";
import type { TwinState } from "./twin-state.ts";

/**
 * A pair and its three tokens without a chain: the pure pair of `amm/pair.ts` joined to balances, with the events that the contracts would
 * log, in their order. The pair's token0 is base.
 */
export class TwinPool {
  readonly state: TwinState;
  /** The pair's own account. */
  readonly account: PoolId;
  /** Who gets the protocol fee; nobody while it is off. */
  feeTo: AccountId | null = null;
  /** Accounts that stand for the tokens' own contracts, to which the pair does not pay. */
  readonly tokens: readonly AccountId[];
  #pair = emptyPair;

  constructor(state: TwinState, account: PoolId = "pair", tokens: readonly AccountId[] = ["weth"]) {
    this.state = state;
    this.account = account;
    this.tokens = tokens;
    state.join(() => {
      const pair = this.#pair;
      return () => {
        this.#pair = pair;
      };
    });
  }

  get pair(): PairState {
    return this.#pair;
  }

  /** Starts a pair's life with what it remembers. */
  set pair(pair: PairState) {
    this.#pair = pair;
  }

  get holdings(): Holdings {
    return this.state.holdings;
  }

  /** Unix seconds of the block at hand. */
  get time(): number {
    return this.state.time;
  }

  transfer(asset: "base" | "quote" | "liquidity", from: AccountId, to: AccountId, amount: bigint): void {
    this.state.transfer(asset, from, to, amount);
  }

  mint(to: AccountId): void {
    const { pair, minted, protocol, locked } = mint(this.#pair, this.held, this.#env());
    this.#issue(this.feeTo, protocol);
    this.#issue("zero", locked);
    this.#issue(to, minted);
    this.#pair = pair;
  }

  burn(to: AccountId): Amounts {
    const liquidity = this.holdings.of(this.account).liquidity;
    const { pair, base, quote, protocol } = burn(this.#pair, this.held, liquidity, this.#env(), this.#kindOf(to));
    this.#issue(this.feeTo, protocol);
    this.holdings.add(this.account, "liquidity", -liquidity);
    this.state.emit({ type: "transfer", asset: "liquidity", from: this.account, to: "zero", amount: liquidity });
    this.#pay(to, { base, quote });
    this.#pair = pair;
    return { base, quote };
  }

  swap(out: Amounts, to: AccountId): void {
    const { pair, paidIn } = swap(this.#pair, this.held, out, this.time, this.#kindOf(to));
    this.#payOut(out, to);
    this.#pair = pair;
    this.state.emit(swapEffect(this.account, paidIn, out));
  }

  /** Pays out first, lets the recipient do what it will with it, and checks then that enough came in (whitepaper section 2.3). */
  flashSwap(out: Amounts, to: AccountId, callback: () => void): void {
    this.#payOut(out, to);
    callback();
    const before = { base: this.held.base + out.base, quote: this.held.quote + out.quote };
    const { pair, paidIn } = swap(this.#pair, before, out, this.time, this.#kindOf(to));
    this.#pair = pair;
    this.state.emit(swapEffect(this.account, paidIn, out));
  }

  skim(to: AccountId): void {
    this.#pay(to, skim(this.#pair, this.held));
  }

  sync(): void {
    this.#pair = sync(this.#pair, this.held, this.time);
  }

  /** What the pair holds of its tokens, reserves and donations. */
  get held(): Amounts {
    return this.holdings.of(this.account);
  }

  #payOut(out: Amounts, to: AccountId): void {
    if (out.base > 0n) this.transfer("base", this.account, to, out.base);
    if (out.quote > 0n) this.transfer("quote", this.account, to, out.quote);
  }

  #pay(to: AccountId, amounts: Amounts): void {
    this.transfer("base", this.account, to, amounts.base);
    this.transfer("quote", this.account, to, amounts.quote);
  }

  #issue(to: AccountId | null, amount: bigint): void {
    if (to === null || amount === 0n) return;
    this.holdings.add(to, "liquidity", amount);
    this.state.emit({ type: "transfer", asset: "liquidity", from: "zero", to, amount });
  }

  #env(): PairEnv {
    return { time: this.time, feeOn: this.feeTo !== null };
  }

  #kindOf(account: AccountId): Recipient {
    return account === this.account ? "pair" : this.tokens.includes(account) ? "token" : "account";
  }
}

function swapEffect(pool: PoolId, paidIn: Amounts, out: Amounts): SwapEffect {
  const which = pool === "pair" ? {} : { pool };
  return paidIn.base > 0n
    ? { type: "swap", ...which, side: "sell", amountIn: paidIn.base, amountOut: out.quote }
    : { type: "swap", ...which, side: "buy", amountIn: paidIn.quote, amountOut: out.base };
}
