import { paymentOf } from "../core/payment-of.ts";
import type { Action, TxKind } from "../core/words.ts";

/** How a transaction ended, as far as its gas depends on it. */
export type GasStatus = "success" | "reverted" | "expired";

/** Gas of a kind of transaction without the calldata that varies. */
interface GasRow {
  /** When it is the first to touch the pair in its block, which then writes its two price accumulators. */
  readonly first: number;
  readonly later: number;
  readonly reverted: number;
  readonly expired: number;
}

/**
 * Calibrated on the published bytecode under the chain's present gas rules (`test/venues/gas-schedule.ts` holds each row within 2 % of what
 * the chain measures). Constant parts of the calldata, such as selector and path, are inside. Where the two tokens or sides differ, by 200 gas at most,
 * a row is their mean; so it is for oracles that read a stored price or the pool.
 */
const SCHEDULE: Readonly<Record<Exclude<TxKind, "raw">, GasRow>> = {
  arbitrage: { first: 88_348, later: 77_932, reverted: 27_716, expired: 27_716 },
  "flash-arbitrage": { first: 133_048, later: 122_632, reverted: 34_914, expired: 34_914 },
  withdraw: { first: 37_846, later: 37_846, reverted: 27_655, expired: 27_655 },
  trade: { first: 97_262, later: 86_846, reverted: 31_009, expired: 25_394 },
  transfer: { first: 34_018, later: 34_018, reverted: 24_047, expired: 24_047 },
  poke: { first: 27_350, later: 27_350, reverted: 21_630, expired: 21_630 },
  observe: { first: 46_295, later: 43_495, reverted: 23_475, expired: 23_475 },
  kick: { first: 170_800, later: 170_800, reverted: 33_690, expired: 33_690 },
  bid: { first: 67_660, later: 67_660, reverted: 32_645, expired: 32_645 },
  settle: { first: 73_000, later: 73_000, reverted: 25_980, expired: 25_980 },
  restart: { first: 33_395, later: 33_395, reverted: 25_940, expired: 25_940 },
  cancel: { first: 21_000, later: 21_000, reverted: 21_000, expired: 21_000 },
  "add-liquidity": { first: 119_177, later: 108_761, reverted: 42_325, expired: 25_376 },
  "remove-liquidity": { first: 119_350, later: 108_934, reverted: 31_335, expired: 25_124 },
};

/** Gas of the payment to the builder beside gas: a call with value to an account that the block has touched (EIP-3651, EIP-2929). */
const PAYMENT = 6_937;

/** The first bid of an auction writes who has bid, which later ones write over; a lower lot leaves the bid as it was. */
const FIRST_BID = 8_940;
const LOWER_LOT = -2_840;
/** What is left of a lot goes to the borrower. */
const LEFTOVER = 6_568;

/** Gas of what the lending market refuses before it has read much, calldata that varies not counted. */
const REFUSED_EARLY: Readonly<Record<string, number>> = {
  LendingMarket_NoPosition: 26_252,
  LendingMarket_AuctionEnded: 25_980,
  LendingMarket_NoAuction: 23_600,
  LendingMarket_NoBid: 36_855,
};

/** What a flash swap needs for a while and is refunded in the end, for balances that it writes and brings back (EIP-3529), with room. */
const REFUNDED = 40_000;

/** Gas of a pair's two price accumulators, which the first swap of a block writes. */
const ACCUMULATORS = 10_416;

/** Room in a gas limit for calldata, and for two balances that were zero, each of which costs 17,100 more (EIP-2929). */
const LIMIT_MARGIN = 50_000;

/**
 * Gas limit that a transaction of this kind carries: above what any of them uses.
 *
 * @throws RangeError for a raw transaction, which has its own
 */
export function gasLimitOf(kind: TxKind): number {
  if (kind === "raw") throw new RangeError("a raw transaction has a gas limit of its own");
  return SCHEDULE[kind].first + LIMIT_MARGIN + (kind === "flash-arbitrage" ? ACCUMULATORS + PAYMENT + REFUNDED : 0);
}

/** What else of a transaction's course its gas depends on; what is absent is usual. */
export interface GasCourse {
  /** Whether nothing before it in its block has touched the second pool's pair. */
  readonly isFirstBeside?: boolean;
  /** Amounts of the tokens' transfers that it made, in order. */
  readonly transfers?: readonly bigint[];
  /** Why it was reverted. */
  readonly reason?: string;
}

/**
 * Gas that decisions, the base fee and the ledger charge; of a raw transaction, which no schedule knows, its limit.
 *
 * @param isFirst whether nothing before it in its block has touched the pair
 */
export function scheduledGas(action: Action, isFirst: boolean, status: GasStatus = "success", course: GasCourse = {}): number {
  if (action.kind === "raw") return action.gasLimit;
  const row = SCHEDULE[action.kind];
  const fixed = calldataGas(action);
  if (status !== "success") return fixed + (REFUSED_EARLY[course.reason ?? ""] ?? row[status]);
  return fixed + (isFirst ? row.first : row.later) + courseGas(action, isFirst, course) + (paymentOf(action) > 0n ? PAYMENT : 0);
}

/** What a transaction costs beyond its kind, for what it met. */
function courseGas({ kind }: Action, isFirst: boolean, { isFirstBeside = isFirst, transfers = [] }: GasCourse): number {
  if (kind === "flash-arbitrage") return isFirstBeside ? ACCUMULATORS : 0;
  if (kind === "bid") return transfers.length === 1 ? FIRST_BID : transfers.length === 2 && transfers[0] === transfers[1] ? LOWER_LOT : 0;
  return kind === "settle" && transfers.length === 3 ? LEFTOVER : 0;
}

/** Gas of the numbers in a call: 16 for each byte that is not zero, 4 for each that is (EIP-2028), in words of 32 bytes. */
function calldataGas(action: Action): number {
  return numbersOf(action).reduce((sum, value) => sum + 32 * 4 + nonZeroBytes(value) * 12, 0);
}

function numbersOf(action: Action): readonly bigint[] {
  switch (action.kind) {
    case "arbitrage":
      return [action.amountIn, action.minAmountOut];
    case "flash-arbitrage":
      return [action.base, action.minProfit];
    case "trade":
      return [action.amountIn, action.minAmountOut, BigInt(action.deadline)];
    case "withdraw":
    case "transfer":
      return [action.amount];
    case "add-liquidity":
      return [action.base, action.quote, BigInt(action.deadline)];
    case "remove-liquidity":
      return [action.liquidity, BigInt(action.deadline)];
    case "bid":
      return [BigInt(action.auction), action.lot, action.amount];
    case "settle":
    case "restart":
      return [BigInt(action.auction)];
    case "poke":
      return [action.price];
    case "observe":
    case "kick":
    case "cancel":
    case "raw":
      return [];
  }
}

function nonZeroBytes(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest >>= 8n) if ((rest & 255n) !== 0n) count += 1;
  return count;
}
