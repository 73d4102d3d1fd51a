import fc from "fast-check";
import type { Side } from "../../src/core/words.ts";
import type { Payee } from "../../src/venues/operation.ts";

/** A size that becomes an amount once there is something to measure it by: so many parts of it in 2^32, or a power of two; and some units more. */
export interface Size {
  readonly of: "own" | "power";
  readonly share: number;
  readonly more: number;
}

/** An operation before its amounts are known. */
export type Intent =
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "pay"; readonly asset: "base" | "quote" | "liquidity"; readonly size: Size }
  | { readonly kind: "mint" | "burn" | "skim"; readonly to: Payee }
  /** What the trader pays, and how far from the most that the pair allows it asks. */
  | { readonly kind: "swap"; readonly paid: Size; readonly back: Size; readonly side: Side; readonly off: number; readonly to: Payee }
  | { readonly kind: "deposit" | "withdrawal"; readonly size: Size; readonly other: Size; readonly to: Payee }
  | { readonly kind: "sync" }
  | { readonly kind: "protocol-fee"; readonly on: boolean }
  | { readonly kind: "trade" | "arbitrage"; readonly side: Side; readonly size: Size; readonly off: number; readonly late: boolean }
  | {
      readonly kind: "add-liquidity" | "remove-liquidity";
      readonly size: Size;
      readonly other: Size;
      readonly least: number;
      readonly late: boolean;
    }
  | { readonly kind: "withdraw"; readonly asset: "base" | "quote"; readonly size: Size };

const side = fc.constantFrom<Side>("sell", "buy");
const asset = fc.constantFrom<"base" | "quote">("base", "quote");
const seldom = fc.nat(19).map((n) => n === 19);
const payee = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Payee>("trader") },
  { weight: 3, arbitrary: fc.constant<Payee>("other") },
  { weight: 1, arbitrary: fc.constant<Payee>("pair") },
);
const swapPayee = fc.oneof({ weight: 12, arbitrary: payee }, { weight: 1, arbitrary: fc.constant<Payee>("weth") });
/** As often small as large, from a unit of 2^32 to the whole. */
const share = fc.tuple(fc.nat(32), fc.nat(999)).map(([bits, rest]) => Math.floor((2 ** bits * (1000 + rest)) / 2000));
const more = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 2_000 }) });
const size: fc.Arbitrary<Size> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ of: fc.constant("own" as const), share, more }) },
  { weight: 3, arbitrary: fc.record({ of: fc.constant("power" as const), share: fc.nat(112), more: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ of: fc.constant("power" as const), share: fc.nat(255), more: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ of: fc.constant("power" as const), share: fc.constant(0), more: fc.constantFrom(-1, 0) }) },
);
/** By how many units an amount misses what is just allowed. */
const off = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: 1 }) });

/** One operation of any kind. */
export const intent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), seconds: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.nat(2 ** 31)) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pay" as const), asset: fc.constantFrom("base", "quote", "liquidity"), size }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("mint", "burn", "skim"), to: payee }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("swap" as const), paid: size, back: size, side, off, to: swapPayee }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom("deposit", "withdrawal"), size, other: size, to: payee }) },
  { weight: 2, arbitrary: fc.constant<Intent>({ kind: "sync" }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("protocol-fee" as const), on: fc.boolean() }) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constantFrom("trade", "arbitrage"), side, size, off, late: seldom }) },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constantFrom("add-liquidity", "remove-liquidity"),
      size,
      other: size,
      least: fc.nat(12).map((n) => (n > 2 ? 0 : n)),
      late: seldom,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), asset, size }) },
);
