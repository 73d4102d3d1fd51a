import { z } from "zod";

/** What the lending room reads of a run's settings. */
export const lendingSettings = z.strictObject({
  borrowers: z.number().int().min(0).max(100).default(0).describe("who borrow quote against base; 0 is no lending market (count)"),
  collateral: z.number().positive().max(100).default(0.3).describe("value of all collateral at the start, over the pool's value"),
  safest: z.number().min(1.01).max(100).default(2.5).describe("value of collateral over debt at the start, of the safest borrower"),
  riskiest: z.number().min(1.01).max(100).default(1.6).describe("value of collateral over debt at the start, of the riskiest borrower"),
  liquidationRatio: z.number().min(1).max(10).default(1.5).describe("value of collateral over debt below which a position is liquidated"),
  penalty: z.number().min(0).max(1).default(0.13).describe("what is asked beyond the debt, as a share of it"),
  minIncrease: z.number().min(0.0001).max(1).default(0.03).describe("by how much a bid must better the last, as a share of it"),
  bidSeconds: z.number().int().min(1).max(864_000).default(600).describe("how long a bid must stand to win (seconds)"),
  auctionSeconds: z.number().int().min(1).max(864_000).default(21_600).describe("how long an auction takes at most (seconds)"),
  oracle: z
    .enum(["reference", "pool-spot", "pool-average"])
    .default("reference")
    .describe("whose price the market believes: the reference market's, posted late, the pool's now, or the pool's time-weighted average"),
  oracleDelay: z
    .number()
    .min(0)
    .max(864_000)
    .default(3_600)
    .describe("age of the reference price when the oracle's keeper posts it (seconds)"),
  oracleSeconds: z
    .number()
    .int()
    .min(1)
    .max(864_000)
    .default(3_600)
    .describe("time between two posts, and the window of the pool's average (seconds)"),
});

export type LendingSettings = Readonly<z.infer<typeof lendingSettings>>;
