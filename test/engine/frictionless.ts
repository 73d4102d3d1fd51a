/** Settings of a pool that an arbitrageur takes to the market's price in every block, at no cost but the pool's fee, and of nobody else; blocks of 12 s. */
export const frictionless = {
  "market.cost": 0,
  "mempool.gasPrices": "constant",
  "mempool.floorGwei": 0,
  "mempool.bidSpreadGwei": 0,
  "mempool.blockProcess": "fixed",
  "mempool.blockSeconds": 12,
  "agents.turnover": 0,
  "agents.arbitrageurs": 1,
  "agents.arbitrageurStock": 100,
  "agents.minimumProfit": 0,
} as const;
