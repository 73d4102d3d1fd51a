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
 * the chain measures). Constant parts of the calldata, such as selector and path, are inside.
 */
const SCHEDULE: Readonly<Record<TxKind, GasRow>> = {
  arbitrage: { first: 100_000, later: 90_000, reverted: 35_000, expired: 35_000 },
  withdraw: { first: 50_000, later: 50_000, reverted: 30_000, expired: 30_000 },
  trade: { first: 110_000, later: 100_000, reverted: 40_000, expired: 25_000 },
  transfer: { first: 35_000, later: 35_000, reverted: 25_000, expired: 25_000 },
  cancel: { first: 21_000, later: 21_000, reverted: 21_000, expired: 21_000 },
  "add-liquidity": { first: 150_000, later: 140_000, reverted: 40_000, expired: 25_000 },
  "remove-liquidity": { first: 150_000, later: 140_000, reverted: 40_000, expired: 25_000 },
};

/** Upper bound for the gas limit that a transaction of this kind carries. */
export function gasLimitOf(kind: TxKind): number {
  return SCHEDULE[kind].first * 2;
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
