/** Who trades because the price moves, as settings. */
export interface LoopSystem {
  /** Stable name. */
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** Beyond what all systems share. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** Value of the pool, and of the market that it moves, in quote. */
const POOL = 6_400_000;
const MARKET = 1e9;

/**
 * What all systems share: a pool with next to no fee that is taken to the market's price in every block, in a market whose log price moves by 1 when somebody buys for the
 * pool's value. So the pool alone asks for a loop gain of −¼ (theory 4.6: impact · −V/4), and a hedge of the same dollar gamma for +¼. No traders, no cost of gas; options that are
far from their expiry, so that a desk trades because the price moves and for no other reason.
 */
export const sharedSettings: LoopSystem["settings"] = {
  "pool.value": POOL,
  "pool.fee": 1e-6,
  "pool.lpShare": 1,
  "market.cost": 0,
  "market.depth": MARKET,
  "market.permanentImpact": MARKET / POOL,
  "mempool.gasPrices": "constant",
  "mempool.floorGwei": 0,
  "mempool.bidSpreadGwei": 0,
  "mempool.blockProcess": "fixed",
  "agents.turnover": 0,
  "agents.arbitrageurs": 1,
  "agents.arbitrageurStock": 100,
  "agents.minimumProfit": 0,
  "hedger.interval": 1,
  "hedger.impliedVolatility": 0.1,
  "hedger.expiryDays": 3_650,
};

/** Insured capital of three tenths of what the pool is worth, by puts of a year that keep nine tenths of it. */
const insurers: LoopSystem["settings"] = {
  "hedger.mover": "insurer",
  "hedger.insurance": "synthetic-put",
  "hedger.floor": 0.9,
  "hedger.impliedVolatility": 0.15,
  "hedger.expiryDays": 365,
  "hedger.crowd": 0.3,
};

/** Borrowers whose collateral is worth as much as the pool, liquidated at the market's price of the moment. */
const leveredHolders: LoopSystem["settings"] = {
  "lending.borrowers": 20,
  "lending.collateral": 1,
  "lending.riskiest": 1.52,
  "lending.safest": 2,
  "lending.oracleDelay": 0,
  "lending.oracleSeconds": 12,
  "lending.bidSeconds": 12,
  "agents.liquidators": 2,
  "agents.searcherCapital": 10,
};

/** The first is the one that the others are compared with. */
export const loopSystems: readonly [LoopSystem, ...LoopSystem[]] = [
  {
    id: "pool",
    title: "pool alone",
    what: "x·y = k and the arbitrageur who carries its purchases to the market.",
    settings: {},
  },
  {
    id: "pool-congested",
    title: "pool in congestion",
    what: "The same with the fee of 0.3 % and gas at 2,000 gwei, so that arbitrage waits for larger gaps.",
    settings: { "pool.fee": 0.003, "mempool.floorGwei": 2_000 },
  },
  {
    id: "pool-left",
    title: "pool that providers leave",
    what: "99 of 100 liquidity tokens are withdrawn as the pool's quote runs off by 2.5 to 7.5 %.",
    settings: { "pool.lpShare": 0.01, "agents.exitDepth": 0.05 },
  },
  {
    id: "pool-sold-out",
    title: "pool of levered providers",
    what: "The same providers have borrowed against their shares: what base they take out is sold into the pool at once.",
    settings: { "pool.lpShare": 0.01, "agents.exitDepth": 0.05, "agents.exitSale": 1 },
  },
  {
    id: "pool-half-hedged",
    title: "pool, half of it hedged",
    what: "Half of the providers sell their delta at the market, every block.",
    settings: { "hedger.mover": "hedged-lp", "hedger.crowd": 0.5 },
  },
  {
    id: "pool-hedged",
    title: "pool, all of it hedged",
    what: "All of them do.",
    settings: { "hedger.mover": "hedged-lp" },
  },
  {
    id: "pool-and-desk",
    title: "pool and options desk",
    what: "Beside the pool a desk that is short options of the pool's dollar gamma hedges every block.",
    settings: { "hedger.mover": "option-twin" },
  },
  {
    id: "pool-levered",
    title: "pool and levered holders",
    what: "Borrowers whose collateral is worth as much as the pool are liquidated into it, at the market's price of the moment.",
    settings: leveredHolders,
  },
  {
    id: "pool-and-insurers",
    title: "pool and portfolio insurers",
    what: "Beside the pool capital of three tenths of its value is insured by a synthetic put, traded every block.",
    settings: insurers,
  },
  {
    id: "insurers",
    title: "portfolio insurers alone",
    what: "No pool: the insurers.",
    settings: { ...insurers, "agents.arbitrageurs": 0 },
  },
  {
    id: "levered",
    title: "levered holders alone",
    what: "No pool: the same borrowers, and what they lose is sold at the market as soon as it is won.",
    settings: { ...leveredHolders, "agents.liquidatorSale": "reference", "agents.settlementSeconds": 0, "agents.arbitrageurs": 0 },
  },
  {
    id: "desk",
    title: "options desk alone",
    what: "No pool: the desk, short options of the same dollar gamma.",
    settings: { "agents.arbitrageurs": 0, "hedger.mover": "option-twin" },
  },
];
