import { Refusal } from "../../amm/refusal.ts";
import type { AccountId, ChainEffect } from "../../core/words.ts";
import type { Holdings } from "./holdings.ts";

/** What became of a call: what it did, or why it did nothing. */
export interface Attempt {
  readonly success: boolean;
  /** The contract's own words; absent on success. */
  readonly reason?: string;
  readonly effects: readonly ChainEffect[];
}

/** Keeps how something is now. @returns a function that brings it back */
type Save = () => () => void;

/** What all contracts of the twin have in common: balances, the time of the block, and that a call happens whole or not at all. */
export class TwinState {
  readonly holdings: Holdings;
  /** Unix seconds of the block at hand. */
  time = 0;
  #effects: ChainEffect[] = [];
  readonly #contracts: Save[] = [];

  constructor(holdings: Holdings) {
    this.holdings = holdings;
  }

  /** A contract says how what it remembers is kept. */
  join(save: Save): void {
    this.#contracts.push(save);
  }

  /** Keeps all that calls can change. @returns a function that brings it back */
  save(): () => void {
    const held = this.holdings.snapshot();
    const restore = this.#contracts.map((save) => save());
    return () => {
      for (const each of restore) each();
      this.holdings.restore(held);
    };
  }

  /** Carries out a call as a transaction does. What no contract would refuse is thrown on. */
  attempt(time: number, call: () => void): Attempt {
    const restore = this.#contracts.map((save) => save());
    this.time = time;
    this.#effects = [];
    try {
      call();
    } catch (error) {
      this.holdings.takeBack();
      for (const each of restore) each();
      if (error instanceof Refusal) return { success: false, reason: error.message, effects: [] };
      throw error;
    }
    this.holdings.keep();
    return { success: true, effects: this.#effects };
  }

  transfer(asset: "base" | "quote" | "liquidity", from: AccountId, to: AccountId, amount: bigint): void {
    this.holdings.transfer(asset, from, to, amount);
    this.emit({ type: "transfer", asset, from, to, amount });
  }

  /** An event that the contracts would log. */
  emit(effect: ChainEffect): void {
    this.#effects.push(effect);
  }
}
