import { addLiquidity, removeLiquidity, swap } from "../../../src/amm/uniswap-v2.ts";
import { toPrice } from "../../../src/core/units.ts";
import type { PoolState, Side } from "../../../src/core/words.ts";
import type { Deed, DeedSwap } from "../../../src/ledger/extractions/deed.ts";
import { POOL } from "../transactions.ts";

/** The reference price at which every played block is classified; both pools start there. */
export const PRICE = toPrice(200);

/** Least that is paid where an account pays what it received, so that no pool refuses it. */
const LEAST: Readonly<Record<Side, bigint>> = { sell: 10n ** 14n, buy: 10n ** 4n };

/** A swap of an amount, of what the account last received of the token, or of a share of that in thousandths. */
export interface PlayedSwap {
  readonly pool?: string;
  readonly side: Side;
  readonly amount: bigint | "back" | { readonly ofLast: bigint };
}

/** A transaction to play; liquidity is moved on pool A, which no deed tells. */
export interface Step {
  readonly account: string;
  readonly sender?: string;
  readonly swaps?: readonly PlayedSwap[];
  readonly liquidity?: { readonly add: readonly [base: bigint, quote: bigint] } | { readonly remove: bigint };
  readonly success?: boolean;
  readonly collateral?: Deed["collateral"];
  readonly gasFee?: bigint;
  readonly payment?: bigint;
}

/** Plays transactions on pools in integers and says what each did. */
export function play(steps: readonly Step[], start: Readonly<Record<string, PoolState>> = { A: POOL, B: POOL }): readonly Deed[] {
  const pools = new Map(Object.entries(start));
  const last = new Map<string, bigint>();
  return steps.map((step, index) => {
    const { account, success = true, gasFee = 10n ** 15n, liquidity } = step;
    if (liquidity !== undefined) {
      const pool = pools.get("A")!;
      pools.set("A", "add" in liquidity ? addLiquidity(pool, ...liquidity.add).state : removeLiquidity(pool, liquidity.remove).state);
    }
    const swaps = (step.swaps ?? []).map(({ pool = "A", side, amount }): DeedSwap => {
      const before = pools.get(pool)!;
      const received = last.get(`${account} ${side}`) ?? 0n;
      const share = typeof amount === "bigint" ? amount : amount === "back" ? received : (received * amount.ofLast) / 1000n;
      const amountIn = share > LEAST[side] ? share : LEAST[side];
      const { state: after, amountOut } = swap(before, side, amountIn);
      if (success) {
        pools.set(pool, after);
        last.set(`${account} ${side === "sell" ? "buy" : "sell"}`, amountOut);
      }
      return { pool, side, amountIn, amountOut, before, after };
    });
    const { sender = "trader", collateral = null, payment = 0n } = step;
    return { index, account, sender, success, swaps, collateral, gasFee, burned: gasFee / 2n, payment };
  });
}
