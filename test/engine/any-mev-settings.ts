import fc from "fast-check";

const few = fc.integer({ min: 0, max: 3 });
const share = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Searchers of every kind at work, under every ordering and both ways to bid, on a pool where much is traded and much of it fails. */
export const anyMevSettings = fc.record({
  "mempool.ordering": fc.oneof(
    { weight: 3, arbitrary: fc.constant("bundle-auction") },
    { weight: 4, arbitrary: fc.constantFrom("priority-fee", "first-price", "first-come", "random") },
  ),
  "mempool.fees": fc.constantFrom("first-price", "eip-1559"),
  "mempool.rounds": fc.constantFrom(1, 4, 30),
  "mempool.gasLimit": fc.constantFrom(10_000_000, 10_000_000, 1_000_000, 300_000),
  "mempool.gasPrices": fc.constantFrom("recorded", "constant", "volatility"),
  "mempool.floorGwei": fc.constantFrom(0, 1, 30),
  "mempool.bidSpreadGwei": fc.constantFrom(0, 5, 100),
  "pool.value": fc.constantFrom(50_000, 1_000_000, 50_000_000),
  "pool.sideShare": fc.oneof(fc.constantFrom(0, 0.2, 1), fc.double({ min: 0.01, max: 3, noNaN: true })),
  "agents.arbitrageurs": few,
  "agents.arbitrageBidding": fc.constantFrom("auction", "auction", "gas-price"),
  "agents.arbitrageurLatency": few,
  "agents.crossPoolArbitrageurs": few,
  "agents.sandwichers": few,
  "agents.backRunners": few,
  "agents.searcherCapital": fc.constantFrom(0.001, 0.1, 1),
  "agents.searcherLatency": fc.constantFrom(0, 0, 0, 1, 3),
  "agents.settlementSeconds": fc.constantFrom(0, 60, 600),
  "agents.bidding": fc.constantFrom("learned", "fixed"),
  "agents.bidShare": share,
  "agents.privateShare": fc.oneof(fc.constant(0), share),
  "agents.turnover": fc.constantFrom(1, 10, 50),
  "agents.traderMedian": fc.constantFrom(500, 5_000, 50_000),
  "agents.slippageTolerance": fc.constantFrom(0, 0.001, 0.01, 0.1),
  "agents.deadlineSeconds": fc.constantFrom(5, 60, 1_200),
  "agents.minimumProfit": fc.constantFrom(0, 1, 20),
  "agents.traderAccounts": fc.constantFrom(4, 8, 24),
  "agents.latencyStep": fc.constantFrom(0, 0, 2),
  "agents.liquidators": few,
  "agents.poolHedgedShare": fc.constantFrom(0, 0.1, 1),
  "lending.borrowers": fc.constantFrom(0, 3, 8),
  "lending.oracle": fc.constantFrom("reference", "pool-spot", "pool-average"),
  "lending.riskiest": fc.constantFrom(1.501, 1.51),
  "lending.safest": fc.constantFrom(1.52, 2),
  "lending.collateral": fc.constantFrom(0.05, 1),
  "lending.bidSeconds": fc.constantFrom(10, 60),
  "lending.auctionSeconds": fc.constantFrom(30, 300),
  "lending.oracleDelay": fc.constantFrom(0, 60),
  "lending.oracleSeconds": fc.constantFrom(15, 60),
  "market.cost": fc.constantFrom(0, 0.001),
});
