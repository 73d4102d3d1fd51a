import { swapFee } from "../../../../amm/swap-fee.ts";
import { InputError } from "../../../../core/errors.ts";
import type { SwapFee } from "../../../../core/words.ts";
import type { ViewCall } from "./read-many.ts";
import { selector } from "../../selectors.ts";

/** What a pool says that a swap costs: a share such as 0.003, a function of the pair that says it in parts of `whole` (1,000,000 when absent), or nothing. */
export type PoolFee = number | null | { readonly getter: string; readonly whole?: number };

/** How the fee is found before a swap. */
export interface StatedFee {
  /** Asked before each swap; null where the fee is fixed or not known. */
  readonly call: ((pair: string) => ViewCall) | null;
  /** @param answer of the call. @returns the fee; null where it is not known, so that a swap may leave no less product than there was, and no more is asked. */
  readonly of: (answer: readonly bigint[] | null) => SwapFee | null;
}

/** @throws InputError `POOL_FEE` for what is no share or no count of parts, and `POOL_REFUSES` where the getter gives no answer */
export function statedFee(fee: PoolFee): StatedFee {
  if (fee === null) return { call: null, of: () => null };
  if (typeof fee === "number") {
    if (!(fee >= 0 && fee < 0.5))
      throw new InputError("POOL_FEE", "the fee is no share", { value: String(fee), allowed: "a number from 0 to below 0.5" });
    const fixed = swapFee(fee);
    return { call: null, of: () => fixed };
  }
  const { getter, whole = 1_000_000 } = fee;
  if (!(Number.isSafeInteger(whole) && whole >= 1))
    throw new InputError("POOL_FEE", "whole is no count of parts", { value: String(whole), allowed: "a whole number from 1" });
  return {
    call: (pair) => ({ to: pair, data: selector(getter) }),
    of(answer) {
      const said = answer?.[0];
      if (said === undefined || said > BigInt(whole))
        throw new InputError("POOL_REFUSES", `the pool does not say its fee when asked for ${getter}`, { value: String(said) });
      return { kept: BigInt(whole) - said, whole: BigInt(whole) };
    },
  };
}
