import { refusal } from "../amm/refusal.ts";
import type { AccountId, LendingGenesis, LendingTerms, PriceE8 } from "../core/words.ts";
import { LENDER, LENDING_MARKET } from "../core/account-names.ts";
import { isUnsafe } from "./health.ts";
import type { Auction, LendingState, Movement, Position } from "./lending-state.ts";

/**
 * The lending market, exact in integers; `LendingMarket.sol`. Each function is one of the market's, with its checks in its order, and throws a
 * Refusal with the error's name. The tokens are not here: a call stands only if every movement it asks for can be made, in this order, and
 * whoever pays has approved the market without limit.
 */

/** Who calls, when, and what the oracle says then. */
export interface LendingCall {
  readonly from: AccountId;
  /** Unix seconds of the block. */
  readonly time: number;
  readonly priceE8: PriceE8;
}

/** The market after a call, and the tokens that the call moves, in order. */
export interface LendingChange {
  readonly state: LendingState;
  readonly movements: readonly Movement[];
}

/** A market that was just created. */
export const emptyLendingMarket: LendingState = { positions: new Map(), auctions: new Map(), nextId: 1 };

/** A market in which these positions stand already. */
export function marketWith(positions: LendingGenesis["positions"]): LendingState {
  const held = positions.map(({ borrower, collateral, debt }) => [borrower, { collateral, debt }] as const);
  return { ...emptyLendingMarket, positions: new Map(held) };
}

const PPM = 1_000_000n;

/** Takes the caller's base as collateral and pays the lender's quote to the borrower; one position each. */
export function open(
  state: LendingState,
  terms: LendingTerms,
  { from, priceE8 }: Pick<LendingCall, "from" | "priceE8">,
  borrower: AccountId,
  { collateral, debt }: Position,
): LendingChange {
  if (debt === 0n) throw refusal("LendingMarket_NoDebt");
  if (state.positions.has(borrower)) throw refusal("LendingMarket_PositionExists");
  if (isUnsafe({ collateral, debt }, priceE8, terms)) throw refusal("LendingMarket_Unsafe");
  return {
    state: { ...state, positions: new Map(state.positions).set(borrower, { collateral, debt }) },
    movements: [
      { asset: "base", from, to: LENDING_MARKET, amount: collateral },
      { asset: "quote", from: LENDER, to: borrower, amount: debt },
    ],
  };
}

/** Closes an unsafe position and puts all of it up for sale, as auction `nextId`; the penalty is rounded up. */
export function kick(
  state: LendingState,
  terms: LendingTerms,
  { time, priceE8 }: Pick<LendingCall, "time" | "priceE8">,
  borrower: AccountId,
): LendingChange {
  const position = state.positions.get(borrower);
  if (position === undefined) throw refusal("LendingMarket_NoPosition");
  if (!isUnsafe(position, priceE8, terms)) throw refusal("LendingMarket_Safe");
  const positions = new Map(state.positions);
  positions.delete(borrower);
  const { collateral, debt } = position;
  const tab = debt + (debt * BigInt(terms.penaltyPpm) + PPM - 1n) / PPM;
  const auction: Auction = { ...position, borrower, tab, winner: null, lot: collateral, bid: 0n, ...running(terms, time) };
  return {
    state: { positions, auctions: new Map(state.auctions).set(state.nextId, auction), nextId: state.nextId + 1 },
    movements: [],
  };
}

/**
 * Betters the best bid: the caller's quote comes in, and the bidder before has his back.
 *
 * @param lot base to take: all of it while bids are below the tab, afterwards less than the last
 * @param amount quote: more than the last bid and at most the tab, afterwards the tab
 */
export function bid(
  state: LendingState,
  terms: LendingTerms,
  { from, time }: Pick<LendingCall, "from" | "time">,
  id: number,
  lot: bigint,
  amount: bigint,
): LendingChange {
  const auction = auctionOf(state, id);
  if (time >= auction.endsAt) throw refusal("LendingMarket_AuctionEnded");
  checkBid(auction, BigInt(terms.minIncreasePpm), lot, amount);
  const endsAt = Math.min(time + terms.bidSeconds, auction.startedAt + terms.auctionSeconds);
  return {
    state: { ...state, auctions: new Map(state.auctions).set(id, { ...auction, winner: from, lot, bid: amount, endsAt }) },
    movements: [{ asset: "quote", from, to: LENDING_MARKET, amount }, ...sent("quote", auction.winner, auction.bid)],
  };
}

/** Ends an auction that had a bid: the lot to its winner, the rest of the collateral to the borrower, the bid to the lender. */
export function settle(state: LendingState, { time }: Pick<LendingCall, "time">, id: number): LendingChange {
  const { winner, borrower, collateral, lot, bid: paid } = endedAuctionOf(state, time, id);
  if (winner === null) throw refusal("LendingMarket_NoBid");
  const auctions = new Map(state.auctions);
  auctions.delete(id);
  return {
    state: { ...state, auctions },
    movements: [...sent("base", winner, lot), ...sent("base", borrower, collateral - lot), ...sent("quote", LENDER, paid)],
  };
}

/** Begins an auction again that ended without a bid. */
export function restart(state: LendingState, terms: LendingTerms, { time }: Pick<LendingCall, "time">, id: number): LendingChange {
  const auction = endedAuctionOf(state, time, id);
  if (auction.winner !== null) throw refusal("LendingMarket_HasBid");
  return {
    state: { ...state, auctions: new Map(state.auctions).set(id, { ...auction, ...running(terms, time) }) },
    movements: [],
  };
}

function running({ auctionSeconds }: LendingTerms, time: number): Pick<Auction, "startedAt" | "endsAt"> {
  return { startedAt: time, endsAt: time + auctionSeconds };
}

function auctionOf({ auctions }: LendingState, id: number): Auction {
  const auction = auctions.get(id);
  if (auction === undefined) throw refusal("LendingMarket_NoAuction");
  return auction;
}

function endedAuctionOf(state: LendingState, time: number, id: number): Auction {
  const auction = auctionOf(state, id);
  if (time < auction.endsAt) throw refusal("LendingMarket_AuctionOpen");
  return auction;
}

/** Below the tab a bid is at least (1 + increase) times the last, or the tab; at the tab a lot times (1 + increase) is at most the last. */
function checkBid({ lot: bestLot, bid: best, tab }: Auction, minIncrease: bigint, lot: bigint, amount: bigint): void {
  const increased = PPM + minIncrease;
  if (best < tab) {
    if (lot !== bestLot) throw refusal("LendingMarket_NotTheLot");
    if (amount > tab) throw refusal("LendingMarket_AboveTab");
    if (amount <= best || (amount < tab && amount * PPM < best * increased)) throw refusal("LendingMarket_BidTooLow");
  } else {
    if (amount !== tab) throw refusal("LendingMarket_NotTheTab");
    if (lot >= bestLot || lot * increased > bestLot * PPM) throw refusal("LendingMarket_LotTooLarge");
  }
}

/** What the market pays out; where there is nothing to send, no token is called. */
function sent(asset: Movement["asset"], to: AccountId | null, amount: bigint): readonly Movement[] {
  return to === null || amount === 0n ? [] : [{ asset, from: LENDING_MARKET, to, amount }];
}
