import { z } from "zod";

const searchers = z.number().int().min(0).max(20).default(0);

/** What the agents room reads of a run's settings. */
export const agentSettings = z.strictObject({
  arbitrageurs: z.number().int().min(0).max(20).default(2).describe("how many arbitrageurs compete (count)"),
  arbitrageurStock: z
    .number()
    .positive()
    .max(100)
    .default(0.1)
    .describe("stock of an arbitrageur in each asset and at each place, as a share of the pool's reserve of it"),
  arbitrageurLatency: z.number().int().min(0).max(1_000).default(0).describe("age of the price that arbitrageurs act on (blocks)"),
  minimumProfit: z.number().min(0).max(1e9).default(1).describe("profit after all costs below which an arbitrageur does not act (quote)"),
  settlementSeconds: z
    .number()
    .min(0)
    .max(864_000)
    .default(600)
    .describe("time that a transfer between the chain and the reference market takes to be credited (seconds)"),
  turnover: z.number().min(0).max(1_000).default(0.3).describe("traders' volume a day on calm days, over the pool's value (times a day)"),
  surge: z
    .number()
    .min(0)
    .max(10)
    .default(0.5)
    .describe("elasticity of traders' volume to volatility: volume grows with (recent over usual volatility) to this power"),
  usualVolatility: z
    .number()
    .positive()
    .max(10)
    .default(0.05)
    .describe("volatility of calm days, to which the surge compares the last hour's (a day)"),
  traderMedian: z.number().positive().max(1e9).default(2_000).describe("median size of a trade (quote)"),
  traderSigma: z.number().min(0).max(4).default(1.2).describe("standard deviation of the logarithm of a trade's size"),
  sellShare: z.number().min(0).max(1).default(0.5).describe("share of traders who sell base"),
  slippageTolerance: z.number().min(0).max(0.5).default(0.005).describe("what a trader accepts below the quote, as a share of it"),
  deadlineSeconds: z.number().min(1).max(864_000).default(1_200).describe("after this a trader's swap is void (seconds)"),
  arbitrageBidding: z
    .enum(["gas-price", "auction"])
    .default("gas-price")
    .describe("how arbitrageurs bid: at the price of gas as they last saw it, or in the auction for the block, against each other"),
  crossPoolArbitrageurs: searchers.describe("how many searchers carry base between the two pools by flash swaps (count)"),
  sandwichers: searchers.describe("how many searchers sandwich trades that they see in the mempool (count)"),
  backRunners: searchers.describe("how many searchers arbitrage what a trade leaves behind, right after it (count)"),
  liquidators: searchers.describe("how many searchers bid for the collateral of borrowers who are liquidated (count)"),
  liquidatorSale: z
    .enum(["pool", "reference"])
    .default("pool")
    .describe(
      "where liquidators sell what they have won: into the pool at once, or at the reference market when it has arrived there (agents.settlementSeconds)",
    ),
  visitors: searchers.describe("how many wallets are kept for bots from outside, in `crash serve` (count)"),
  poolHedgedShare: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe("share of the pool whose delta somebody hedges through the pool itself, every hedger.interval blocks"),
  exitLoss: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      "loss of a pool share's value by which half of the other liquidity providers have left, instead of what is recorded; 0 is never (share)",
    ),
  exitDepth: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      "loss of the pool's quote by which half of the other liquidity providers have left, instead of what is recorded; 0 is never (share)",
    ),
  exitSale: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      "share of the base that leaving providers sell into the pool at once, as who has borrowed against a pool share must: 1 is liquidation (share)",
    ),
  searcherCapital: z
    .number()
    .positive()
    .max(100)
    .default(0.1)
    .describe("stock of a searcher in each asset, as a share of the pool's reserve of it"),
  searcherLatency: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .default(0)
    .describe("age of all that searchers see: prices, pools and mempool (blocks)"),
  latencyStep: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .default(0)
    .describe(
      "how much older is what each searcher sees than what the one before it of its kind does, arbitrageurs in the auction included (blocks)",
    ),
  bidding: z
    .enum(["learned", "fixed"])
    .default("learned")
    .describe(
      "how searchers bid in sealed auctions: a share of the profit learned from their own wins and losses, or agents.bidShare of it",
    ),
  bidShare: z.number().min(0).max(1).default(0.9).describe("share of its profit that a searcher bids when its bidding is fixed"),
  privateShare: z.number().min(0).max(1).default(0).describe("share of traders who send to the builder alone, unseen by searchers"),
  traderAccounts: z
    .number()
    .int()
    .min(1)
    .max(200)
    .default(24)
    .describe("accounts that traders share; a trader without a free one stays away (count)"),
});

export type AgentSettings = Readonly<z.infer<typeof agentSettings>>;
