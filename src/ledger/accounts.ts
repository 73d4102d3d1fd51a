import type { AccountId, Asset, Place } from "../core/words.ts";

/** One change of one balance; negative is paid. */
export interface Posting {
  readonly account: AccountId;
  readonly place: Place;
  readonly asset: Asset;
  readonly amount: bigint;
}

/** Accounts outside which nothing exists: gas that is burned, and liquidity tokens that are made and unmade, have counterparts here. */
export const BURN: AccountId = "burn";
export const LIQUIDITY_ISSUE: AccountId = "liquidity-issue";
/** Of base that is made from ETH, and unmade; the ETH itself is with `weth`. */
export const BASE_ISSUE: AccountId = "weth-issue";

interface Holding {
  readonly account: AccountId;
  readonly place: Place;
  readonly asset: Asset;
  amount: bigint;
}

type Holdings = Map<AccountId, Partial<Record<Asset, Holding>>>;

/** All balances of a run, at every place. */
export class Accounts {
  readonly #places: Readonly<Record<Place, Holdings>> = { chain: new Map(), reference: new Map(), credit: new Map() };
  readonly #all: Holding[] = [];

  balance(account: AccountId, place: Place, asset: Asset): bigint {
    return this.#places[place].get(account)?.[asset]?.amount ?? 0n;
  }

  /** Sets what an account starts with. */
  open(account: AccountId, place: Place, asset: Asset, amount: bigint): void {
    this.#holding(account, place, asset).amount += amount;
  }

  /** Takes an entry in. Identity 4 holds after every block that entries sum to zero in each asset. */
  post(postings: readonly Posting[]): void {
    for (const { account, place, asset, amount } of postings) this.#holding(account, place, asset).amount += amount;
  }

  /** Every balance that was ever touched. */
  all(): Iterable<Readonly<Holding>> {
    return this.#all;
  }

  #holding(account: AccountId, place: Place, asset: Asset): Holding {
    const holdings = this.#places[place];
    let row = holdings.get(account);
    if (row === undefined) holdings.set(account, (row = {}));
    let holding = row[asset];
    if (holding === undefined) {
      holding = { account, place, asset, amount: 0n };
      row[asset] = holding;
      this.#all.push(holding);
    }
    return holding;
  }
}

/** Two postings that move an amount from one account to another. */
export function transferPostings(
  from: { readonly account: AccountId; readonly place: Place },
  to: { readonly account: AccountId; readonly place: Place },
  asset: Asset,
  amount: bigint,
): readonly Posting[] {
  return [
    { ...from, asset, amount: -amount },
    { ...to, asset, amount },
  ];
}
