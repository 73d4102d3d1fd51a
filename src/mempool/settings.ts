import { z } from "zod";

/** What the mempool room reads of a run's settings: the era's blocks and fees. */
export const mempoolSettings = z.strictObject({
  blockProcess: z
    .enum(["poisson", "fixed", "sessions"])
    .default("poisson")
    .describe(
      "how blocks arrive: at random before September 2022, fixed after; or, where the scenario's market closes, evenly in its sessions and none between",
    ),
  blockSeconds: z.number().min(1).max(86_400).default(13.2).describe("mean time between blocks (seconds)"),
  fees: z
    .enum(["first-price", "eip-1559"])
    .default("first-price")
    .describe("fee mechanism: first price to the miner before August 2021, base fee and tip after"),
  gasLimit: z.number().int().min(200_000).max(60_000_000).default(10_000_000).describe("gas that fits in a block (gas)"),
  gasPrices: z
    .enum(["recorded", "constant", "volatility"])
    .default("recorded")
    .describe(
      "gas prices as recorded, where the scenario has them; constant, from mempool.floorGwei and mempool.bidSpreadGwei; or these at the usual volatility (agents.usualVolatility), and otherwise in proportion to that of the last hour",
    ),
  floorGwei: z
    .number()
    .min(0)
    .max(100_000)
    .default(10)
    .describe("price of gas below which nothing is included, where the scenario has no recorded one (gwei)"),
  bidSpreadGwei: z
    .number()
    .min(0)
    .max(100_000)
    .default(10)
    .describe("how far bids lie above the floor at most, where the scenario has no recorded gas prices (gwei)"),
  oracleSeconds: z
    .number()
    .min(0)
    .max(86_400)
    .default(264)
    .describe("age of the gas prices that senders bid from: 20 blocks of 13.2 s in the wallets of 2020 and 2021 (seconds)"),
  ordering: z
    .enum(["priority-fee", "first-price", "first-come", "bundle-auction", "random"])
    .default("priority-fee")
    .describe("how the builder orders a block; bundles are taken in the bundle auction only"),
  rounds: z
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(30)
    .describe("how often searchers can answer each other's bids while a block is built, where bids are public (count)"),
  repriceBlocks: z.number().int().min(1).max(10_000).default(6).describe("wait after which a pending transaction is repriced (blocks)"),
});

export type MempoolSettings = Readonly<z.infer<typeof mempoolSettings>>;
