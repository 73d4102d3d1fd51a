import { z } from "zod";
import { expected } from "./expected.ts";

/** A pool of the user's own: a contract of the project by name, or the path of a module whose default export says how it is driven. */
export type PoolUserConfig =
  | string
  | {
      /** Name of the contract, as it is compiled. */
      readonly contract: string;
      /** The pool's fee, as a share of what is paid in. */
      readonly fee?: number;
      /** Name of the contract's function that gives the fee, where it is not fixed. */
      readonly feeGetter?: string;
      /** What the whole is where a fee of that function is a part of it, such as 10,000 for hundredths of a percent. */
      readonly feeWhole?: number;
      /** A function `(uint256 amountIn, address tokenIn)` of the contract that quotes a swap, by its signature, where neither says the fee. */
      readonly quoteGetter?: string;
      /** What the pool's token withholds of a transfer, as a share of it. */
      readonly transferFee?: number;
      /** Of the contract's constructor. */
      readonly args?: readonly unknown[];
    };

const text = expected("text that is not empty", z.string().trim().min(1));
const share = expected("a number from 0 to less than 1", z.number().min(0).lt(1));

/** What a pool is, by the form that it is written in. */
export const poolConfig = {
  module: expected("the path of a module, or an object with the key contract", z.string().trim().min(1)),
  contract: z.strictObject({
    contract: text,
    fee: share.optional(),
    feeGetter: text.optional(),
    quoteGetter: text.optional(),
    feeWhole: expected("a whole number above 0", z.number().int().positive()).optional(),
    transferFee: share.optional(),
    args: expected("a list", z.array(z.unknown())).optional(),
  }),
} as const;
