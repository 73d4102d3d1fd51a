import fc from "fast-check";
import type { AccountId } from "../../src/core/words.ts";
import { unsafeBorrowers } from "../../src/lending/health.ts";
import type { Auction, LendingState } from "../../src/lending/lending-state.ts";
import { ACCOUNTS, FIRST_PRICE, TERMS, type Wallet, WALLETS } from "./scene.ts";

/** A call with all of its arguments, as it is sent to the chain and to the model. */
export type Call = { readonly from: Wallet } & (
  | { readonly name: "poke"; readonly priceE8: bigint }
  | { readonly name: "open"; readonly borrower: AccountId; readonly collateral: bigint; readonly debt: bigint }
  | { readonly name: "kick"; readonly borrower: AccountId }
  | { readonly name: "bid"; readonly id: number; readonly lot: bigint; readonly amount: bigint }
  | { readonly name: "settle"; readonly id: number }
  | { readonly name: "restart"; readonly id: number }
);

/** What somebody wants, before the amounts are known. */
type Wish = { readonly from: Wallet } & (
  | { readonly name: "poke"; readonly ppm: number }
  | { readonly name: "open"; readonly borrower: AccountId; readonly collateral: bigint; readonly debt: (typeof DEBTS)[number] }
  | { readonly name: "kick"; readonly index: number }
  | { readonly name: "bid"; readonly index: number; readonly how: (typeof BIDS)[number]; readonly ppm: number }
  | { readonly name: "settle" | "restart"; readonly index: number }
);

export interface Intent {
  readonly wish: Wish;
  /** Seconds from the last block, or from the end of the auction that the wish names, if that is later than the last block. */
  readonly wait: { readonly from: "now" | "end"; readonly seconds: number };
}

const DEBTS = ["none", "most", "one more", "half", "far too much"] as const;
const BIDS = [
  "least",
  "too little",
  "tab",
  "above the tab",
  "share of the tab",
  "part of the lot",
  "most of the lot",
  "too much",
  "all",
] as const;
/** The index that stands for one that is not there. */
const NONE = 15;
/** Divided by 1.03 it is a whole number, so that a bid can be exactly as much better as it must. */
const LOT = 515n * 10n ** 17n;
const PPM = 1_000_000n;

const wallet = fc.constantFrom(...WALLETS);
const ppm = fc.integer({ min: 0, max: 1_000_000 });
const index = fc.nat({ max: NONE });

const poke = fc.record({
  name: fc.constant("poke" as const),
  from: fc.constantFrom("keeper", "keeper", "keeper", "keeper", "bidder-1"),
  ppm: fc.integer({ min: 300_000, max: 1_400_000 }),
});
const open = fc.record({
  name: fc.constant("open" as const),
  from: wallet,
  borrower: fc.constantFrom(...ACCOUNTS),
  collateral: fc.oneof(
    { weight: 12, arbitrary: fc.bigInt({ min: 1n, max: 100n * 10n ** 18n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 12n }) },
    { weight: 2, arbitrary: fc.bigInt({ min: 10n ** 20n, max: 10n ** 21n }) },
    { weight: 1, arbitrary: fc.constant(2n ** 256n - 1n) },
  ),
  debt: fc.constantFrom(...DEBTS, "most", "most", "half"),
});
const kick = fc.record({ name: fc.constant("kick" as const), from: wallet, index });
const bid = fc.record({ name: fc.constant("bid" as const), from: wallet, index, how: fc.constantFrom(...BIDS), ppm });
const end = fc.record({ name: fc.constantFrom("settle" as const, "restart" as const), from: wallet, index });

const soon = fc.record({ from: fc.constant("now" as const), seconds: fc.integer({ min: 1, max: 40 }) });
const late = fc.record({ from: fc.constant("now" as const), seconds: fc.integer({ min: 1, max: 30_000 }) });
const atTheEnd = fc.record({ from: fc.constant("end" as const), seconds: fc.integer({ min: -1, max: 1 }) });

/** Anything that can be called, with arguments that mostly make sense, and waits that mostly are a block or two. */
export const intent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 85,
    arbitrary: fc.record({
      wish: fc.oneof(
        { weight: 6, arbitrary: poke },
        { weight: 14, arbitrary: open },
        { weight: 14, arbitrary: kick },
        { weight: 50, arbitrary: bid },
      ),
      wait: fc.oneof({ weight: 30, arbitrary: soon }, { weight: 1, arbitrary: late }, { weight: 1, arbitrary: atTheEnd }),
    }),
  },
  {
    weight: 15,
    arbitrary: fc.record({ wish: end, wait: fc.oneof({ weight: 1, arbitrary: soon }, { weight: 2, arbitrary: atTheEnd }) }),
  },
);

/** When a wish is carried out, and with which arguments, given what has become of the market. */
export function callOf(
  state: LendingState,
  priceE8: bigint,
  now: number,
  { wish, wait }: Intent,
): { readonly time: number; readonly call: Call } {
  const call = withArguments(state, priceE8, now, wish);
  const from = wait.from === "end" && "id" in call ? (state.auctions.get(call.id)?.endsAt ?? now) : now;
  return { time: Math.max(now + 1, from + wait.seconds), call };
}

function withArguments(state: LendingState, priceE8: bigint, now: number, wish: Wish): Call {
  const { positions, auctions, nextId } = state;
  const { from } = wish;
  switch (wish.name) {
    case "poke":
      return { from, name: "poke", priceE8: (FIRST_PRICE * BigInt(wish.ppm)) / PPM };
    case "open":
      return {
        from,
        name: "open",
        borrower: wish.borrower,
        collateral: wish.collateral,
        debt: debtOf(wish.collateral, priceE8, wish.debt),
      };
    case "kick":
      return { from, name: "kick", borrower: chosen([...positions.keys()], wish.index) ?? "bidder-1" };
    case "bid":
    case "settle":
    case "restart": {
      const id = chosen([...auctions.keys()], wish.index);
      if (id === undefined && wish.index < NONE) return towardAnAuction(state, priceE8, from);
      if (wish.name !== "bid") return { from, name: wish.name, id: id ?? nextId };
      const auction = auctions.get(id ?? nextId);
      if (auction !== undefined && auction.endsAt <= now && wish.index % 4 > 0) return ended(from, id ?? nextId, auction);
      return { from, name: "bid", id: id ?? nextId, ...bidOf(auction, wish.how, BigInt(wish.ppm)) };
    }
  }
}

/** What is still missing before there is something to bid for. */
function towardAnAuction(state: LendingState, priceE8: bigint, from: Wallet): Call {
  const [borrower] = unsafeBorrowers(state, priceE8, TERMS);
  if (borrower !== undefined) return { from, name: "kick", borrower };
  if (state.positions.size > 0) return { from: "keeper", name: "poke", priceE8: (priceE8 * 3n) / 4n };
  return { from, name: "open", borrower: "borrower", collateral: LOT, debt: debtOf(LOT, priceE8, "most") };
}

/** What is left to do when no bid is taken any more. */
function ended(from: Wallet, id: number, { winner }: Auction): Call {
  return { from, name: winner === null ? "restart" : "settle", id };
}

/** One of those that there are, or now and then none. */
function chosen<T>(all: readonly T[], index: number): T | undefined {
  return index === NONE ? undefined : all[index % Math.max(all.length, 1)];
}

/** The most that the collateral carries, and its neighbours; within a word. */
function debtOf(collateral: bigint, priceE8: bigint, how: (typeof DEBTS)[number]): bigint {
  const most = (collateral * priceE8) / (10n ** 14n * BigInt(TERMS.liquidationRatioPpm));
  const debt = { none: 0n, most, "one more": most + 1n, half: most / 2n, "far too much": 2n ** 255n }[how];
  return debt < 2n ** 256n ? debt : 2n ** 256n - 1n;
}

function bidOf(auction: Auction | undefined, how: (typeof BIDS)[number], ppm: bigint): { readonly lot: bigint; readonly amount: bigint } {
  if (auction === undefined) return { lot: 1n, amount: 1n };
  const { lot, bid, tab } = auction;
  const increased = PPM + BigInt(TERMS.minIncreasePpm);
  const least = bid === 0n ? 1n : (bid * increased + PPM - 1n) / PPM;
  const mostLot = (lot * PPM) / increased;
  switch (how) {
    case "least":
      return { lot, amount: least < tab ? least : tab };
    case "too little":
      return { lot, amount: least - 1n };
    case "tab":
      return { lot, amount: tab };
    case "above the tab":
      return { lot, amount: tab + 1n };
    case "share of the tab":
      // In hundreds of units, so that 3 % more is a whole number.
      return { lot, amount: ((tab * ppm) / PPM / 100n) * 100n };
    case "part of the lot":
      return { lot: (lot * ppm) / PPM, amount: tab };
    case "most of the lot":
      return { lot: mostLot, amount: tab };
    case "too much":
      return { lot: mostLot + 1n, amount: tab };
    case "all":
      return { lot: 0n, amount: tab };
  }
}
