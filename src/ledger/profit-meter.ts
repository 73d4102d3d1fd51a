import { valueNumber, valueOf } from "../core/units.ts";
import type { PriceE8, Sender, Value } from "../core/words.ts";
import type { Posting } from "./accounts.ts";

/**
 * What each participant gained beyond the exposure of what it held: the sum of its postings at the price of their block, which is
 * Σ(ΔV − start-of-block holdings·ΔS). Liquidity tokens count as nothing; gas is ETH and counts like base.
 */
export class ProfitMeter {
  readonly #profits = new Map<string, Value>();

  note(postings: readonly Posting[], price: PriceE8): void {
    for (const { account, asset, amount } of postings) {
      if (asset === "liquidity") continue;
      const worth = valueOf(asset, amount, price);
      const who = participantOf(account);
      this.#profits.set(who, (this.#profits.get(who) ?? 0n) + worth);
    }
  }

  /** In quote. */
  of(participant: string): number {
    return valueNumber(this.#profits.get(participant) ?? 0n);
  }

  participants(): readonly string[] {
    return [...this.#profits.keys()];
  }
}

const KINDS: readonly Sender[] = ["arbitrageur", "trader", "cross-pool-arbitrageur", "sandwicher", "back-runner", "liquidator", "visitor"];

/** `arbitrageur-2-executor` and `arbitrageur-2-transit` are the arbitrageurs'; `trader-7` the traders'; other accounts are themselves. */
export function participantOf(account: string): string {
  const kind = KINDS.find((each) => account.startsWith(`${each}-`));
  if (kind !== undefined) return kind;
  if (account === "other-lps" || account === "lp") return "liquidity-provider";
  return account;
}
