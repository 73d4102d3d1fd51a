import { z } from "zod";

/** The pool that a scenario starts with. */
export const poolSettings = z.strictObject({
  value: z.number().min(10_000).max(1e11).default(6_400_000).describe("value of the whole pool at the start (quote)"),
  lpShare: z.number().min(0.000_001).max(1).default(0.1).describe("share of the pool that the books hold"),
  fee: z
    .number()
    .min(0.000_001)
    .max(0.1)
    .default(0.003)
    .describe("fee of a swap as a share of what is paid in, rounded to 0.000001; other than 0.003 on the twin only"),
  sideShare: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe("reserves of a second pool of the same tokens, over this one's at the start; 0 is none"),
  liquidity: z
    .enum(["fixed", "recorded"])
    .default("fixed")
    .describe("other providers stay, or come and go as in the scenario's recorded pool, which then also gives the reserves at the start"),
});

export type PoolSettings = Readonly<z.infer<typeof poolSettings>>;
