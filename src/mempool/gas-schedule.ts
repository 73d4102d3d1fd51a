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
 * a row is their mean.
 */
const SCHEDULE: Readonly<Record<TxKind, GasRow>> = {
  arbitrage: { first: 88_348, later: 77_932, reverted: 27_716, expired: 27_716 },
  withdraw: { first: 37_846, later: 37_846, reverted: 27_655, expired: 27_655 },
  trade: { first: 97_262, later: 86_846, reverted: 31_009, expired: 25_394 },
  transfer: { first: 34_018, later: 34_018, reverted: 24_047, expired: 24_047 },
  cancel: { first: 21_000, later: 21_000, reverted: 21_000, expired: 21_000 },
  "add-liquidity": { first: 119_177, later: 108_761, reverted: 42_325, expired: 25_376 },
  "remove-liquidity": { first: 119_350, later: 108_934, reverted: 31_335, expired: 25_124 },
};

/** Room in a gas limit for calldata, and for two balances that were zero, each of which costs 17,100 more (EIP-2929). */
const LIMIT_MARGIN = 50_000;

/** Gas limit that a transaction of this kind carries: above what any of them uses. */
export function gasLimitOf(kind: TxKind): number {
  return SCHEDULE[kind].first + LIMIT_MARGIN;
}

/** Gas that decisions, the base fee and the ledger charge. */
export function scheduledGas(action: Action, firstInBlock: boolean, status: GasStatus = "success"): number {
  const row = SCHEDULE[action.kind];
  const fixed = status === "success" ? (firstInBlock ? row.first : row.later) : row[status];
  return fixed + calldataGas(action);
}

/** Gas of the numbers in a call: 16 for each byte that is not zero, 4 for each that is (EIP-2028), in words of 32 bytes. */
function calldataGas(action: Action): number {
  return numbersOf(action).reduce((sum, value) => sum + 32 * 4 + nonZeroBytes(value) * 12, 0);
}

function numbersOf(action: Action): readonly bigint[] {
  switch (action.kind) {
    case "arbitrage":
      return [action.amountIn, action.minAmountOut];
    case "trade":
      return [action.amountIn, action.minAmountOut, BigInt(action.deadline)];
    case "withdraw":
    case "transfer":
      return [action.amount];
    case "add-liquidity":
      return [action.base, action.quote, BigInt(action.deadline)];
    case "remove-liquidity":
      return [action.liquidity, BigInt(action.deadline)];
    case "cancel":
      return [];
  }
}

function nonZeroBytes(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest >>= 8n) if ((rest & 255n) !== 0n) count += 1;
  return count;
}
