import { amountOut, reservesFor } from "../../src/amm/uniswap-v2.ts";
import { publishedFee } from "../../src/amm/swap-fee.ts";
import type { Random } from "../../src/core/random.ts";
import type { AccountId, Action, Bundle, PoolState, Side, Tx } from "../../src/core/words.ts";
import type { Offer } from "../../src/mempool/build-block.ts";
import { dueNonces, emptyMempool, type Mempool, nonceFor, submit, withoutMined } from "../../src/mempool/mempool.ts";
import { SEARCHERS, TRADERS } from "./crowded-genesis.ts";

const GWEI = 10n ** 9n;

/** A crowd that trades, and searchers who put bundles of anything around it; what comes of it decides chance, so that much of it fails. */
export class RandomOffers {
  #mempool: Mempool = emptyMempool;
  #nextId = 1;
  #nextBundle = 1;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** What a builder of the next block chooses from. */
  next(block: number, time: number, pool: PoolState): Offer {
    for (let left = this.#below(5); left > 0; left -= 1) {
      const from = this.#oneOf(TRADERS);
      const deadline = time + (this.#below(12) === 0 ? -1 : this.#below(40));
      this.#mempool = submit(this.#mempool, this.#tx(block, from, nonceFor(this.#mempool, from), this.#trade(pool, deadline)));
    }
    const bundles = Array.from({ length: this.#below(6) }, () => this.#bundle(block, time, pool));
    return { mempool: this.#mempool, bundles };
  }

  /** Takes out what was mined. */
  settle(mined: readonly Tx[]): void {
    this.#mempool = withoutMined(this.#mempool, mined);
  }

  #bundle(block: number, time: number, pool: PoolState): Bundle {
    // A trader with something pending may bundle too, and so make it impossible.
    const from = this.#below(8) === 0 ? this.#oneOf(TRADERS) : this.#oneOf(SEARCHERS);
    let nonce = dueNonces(this.#mempool)(from) + (this.#below(20) === 0 ? 1 : 0);
    const txs: Tx[] = [];
    for (let left = 1 + this.#below(4); left > 0; left -= 1) {
      const seen = this.#mempool.pending.filter((tx) => !txs.includes(tx));
      if (this.#below(2) === 0 && seen.length > 0) {
        txs.push(this.#oneOf(seen));
        continue;
      }
      const action = TRADERS.includes(from) ? this.#trade(pool, time + 20) : this.#own(from, pool);
      txs.push({ ...this.#tx(block, from, nonce, action), isPrivate: true });
      nonce += 1;
    }
    const mayRevert = txs.filter(() => this.#below(6) === 0).map(({ id }) => id);
    this.#nextBundle += 1;
    return { id: this.#nextBundle, from, sender: "sandwicher", txs, mayRevert, block };
  }

  #own(from: AccountId, pool: PoolState): Action {
    const payment = this.#below(3) === 0 ? {} : { payment: this.#amount(10n ** 16n) };
    if (from.startsWith("cross-pool-")) {
      const cheap = this.#below(3) === 0 ? "side-pair" : "pair";
      return { kind: "flash-arbitrage", cheap, base: this.#amount(20n * 10n ** 18n), minProfit: this.#amount(10n ** 6n), ...payment };
    }
    if (this.#below(8) === 0) return { kind: "withdraw", asset: this.#below(2) === 0 ? "base" : "quote", amount: this.#amount(10n ** 9n) };
    const { side, amountIn, minAmountOut } = this.#swap(pool);
    return { kind: "arbitrage", side, amountIn, minAmountOut, ...payment };
  }

  #trade(pool: PoolState, deadline: number): Action {
    return { kind: "trade", ...this.#swap(pool), deadline };
  }

  /** For at least 97 to 101 % of what the pool as last mined would pay. */
  #swap(pool: PoolState): { readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint } {
    const side = this.#below(2) === 0 ? "sell" : "buy";
    const { reserveIn, reserveOut } = reservesFor(pool, side);
    const amountIn = this.#amount(reserveIn / 50n);
    const quote = amountOut(amountIn, reserveIn, reserveOut, publishedFee);
    return { side, amountIn, minAmountOut: (quote * (970n + BigInt(this.#below(40)))) / 1_000n };
  }

  #tx(block: number, from: AccountId, nonce: number, action: Action): Tx {
    const id = this.#nextId;
    this.#nextId += 1;
    const tip = BigInt(this.#below(6)) * GWEI;
    const cap = tip + BigInt(this.#below(9)) * GWEI;
    return { id, from, sender: "trader", nonce, action, maxFeePerGas: cap, maxPriorityFeePerGas: tip, submitted: block, priced: block };
  }

  #amount(most: bigint): bigint {
    return 1n + (most * BigInt(Math.floor(this.#random() * 1e9))) / 1_000_000_000n;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #oneOf<T>(all: readonly T[]): T {
    const found = all[this.#below(all.length)];
    if (found === undefined) throw new RangeError("nothing to choose from");
    return found;
  }
}
