import { refusal } from "../../amm/refusal.ts";
import { ORACLE } from "../../core/account-names.ts";
import type { AccountId, Action, LendingGenesis, PriceE8 } from "../../core/words.ts";
import { type AverageOracle, openAverageOracle, pokeAverageOracle } from "../../lending/average-oracle.ts";
import { bid, kick, type LendingChange, marketWith, restart, settle } from "../../lending/lending-market.ts";
import type { LendingState } from "../../lending/lending-state.ts";
import { spotPriceE8 } from "../../lending/oracle-price.ts";
import type { TwinPool } from "./twin-pool.ts";

const NO_SUCH_CALL = "reverted without a reason";

/** The lending market and its oracle without a chain, over the pool's balances. */
export class TwinLending {
  readonly #genesis: LendingGenesis;
  readonly #pool: TwinPool;
  #state: LendingState;
  /** What was posted last, or the pool's average; the pool's spot price is read. */
  #posted: PriceE8;
  #average: AverageOracle;

  /** @param time unix seconds of the genesis */
  constructor(genesis: LendingGenesis, pool: TwinPool, time: number) {
    this.#genesis = genesis;
    this.#pool = pool;
    this.#state = marketWith(genesis.positions);
    this.#posted = genesis.firstPrice;
    this.#average = openAverageOracle(pool.pair, time);
    pool.state.join(() => {
      const [state, posted, average] = [this.#state, this.#posted, this.#average];
      return () => {
        this.#state = state;
        this.#posted = posted;
        this.#average = average;
      };
    });
  }

  call(from: AccountId, action: Extract<Action, { kind: "kick" | "bid" | "settle" | "restart" }>): void {
    const { state, movements } = this.#change(from, action);
    for (const { asset, from: payer, to, amount } of movements) this.#pool.transfer(asset, payer, to, amount);
    this.#state = state;
  }

  /** An oracle that reads the pool has no such call. */
  poke(from: AccountId, price: PriceE8): void {
    if (this.#genesis.oracle !== "reference") throw refusal(NO_SUCH_CALL);
    if (from !== ORACLE) throw refusal("FeedOracle_NotKeeper");
    this.#posted = price;
    this.#pool.state.emit({ type: "poked", price });
  }

  /** Only the oracle of the pool's average has to be told to look. */
  observe(): void {
    if (this.#genesis.oracle !== "pool-average") throw refusal(NO_SUCH_CALL);
    this.#average = pokeAverageOracle(this.#average, this.#pool.pair, this.#genesis.oracleSeconds, this.#pool.time);
    this.#pool.state.emit({ type: "poked", price: this.#average.priceE8 });
  }

  #price(): PriceE8 {
    const { oracle } = this.#genesis;
    if (oracle === "pool-spot") return spotPriceE8(this.#pool.pair);
    return oracle === "pool-average" ? this.#average.priceE8 : this.#posted;
  }

  #change(from: AccountId, action: Extract<Action, { kind: "kick" | "bid" | "settle" | "restart" }>): LendingChange {
    const { terms } = this.#genesis;
    const { time } = this.#pool;
    switch (action.kind) {
      case "kick":
        return kick(this.#state, terms, { time, priceE8: this.#price() }, action.borrower);
      case "bid":
        return bid(this.#state, terms, { from, time }, action.auction, action.lot, action.amount);
      case "settle":
        return settle(this.#state, { time }, action.auction);
      case "restart":
        return restart(this.#state, terms, { time }, action.auction);
    }
  }
}
