import fc from "fast-check";

/** A number between two others, as often small as large. */
const spread = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Math.min(high, Math.max(low, low * Math.exp(share * Math.log(high / low)))));

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** The ends of what is allowed, more often than chance has it, and what lies between. */
const orEnds = (low: number, high: number, inside = spread(Math.max(low, 1e-6), high)): fc.Arbitrary<number> =>
  fc.oneof({ weight: 4, arbitrary: inside }, { weight: 1, arbitrary: fc.constantFrom(low, high) });

/** Settings of a run within what each is allowed to be, together or not; absent is the scenario's own. */
export const anySettings = fc
  .record(
    {
      "pool.value": orEnds(10_000, 1e11, spread(10_000, 1e9)),
      "pool.lpShare": orEnds(0.000_001, 1),
      "market.cost": orEnds(0, 0.05),
      "market.intrabarVariance": orEnds(0, 20),
      "mempool.blockProcess": fc.constantFrom("poisson", "fixed"),
      "mempool.blockSeconds": orEnds(1, 600, spread(1, 600)),
      "mempool.fees": fc.constantFrom("first-price", "eip-1559"),
      "mempool.gasLimit": orEnds(200_000, 60_000_000).map(Math.round),
      "mempool.gasPrices": fc.constantFrom("recorded", "constant", "volatility"),
      "mempool.floorGwei": orEnds(0, 100_000),
      "mempool.bidSpreadGwei": orEnds(0, 100_000),
      "mempool.oracleSeconds": orEnds(0, 86_400),
      "mempool.repriceBlocks": whole(1, 20),
      "agents.arbitrageurs": whole(0, 4),
      "agents.arbitrageurStock": orEnds(1e-6, 100),
      "agents.arbitrageurLatency": whole(0, 50),
      "agents.minimumProfit": orEnds(0, 1e9, spread(0.001, 1_000)),
      "agents.settlementSeconds": orEnds(0, 864_000, spread(1, 1_000)),
      "agents.turnover": orEnds(0, 1_000, spread(0.1, 50)),
      "agents.surge": orEnds(0, 10, spread(0.1, 2)),
      "agents.usualVolatility": orEnds(0.001, 10),
      "agents.traderMedian": orEnds(0.01, 1e9, spread(10, 1e6)),
      "agents.traderSigma": orEnds(0, 4),
      "agents.sellShare": orEnds(0, 1),
      "agents.slippageTolerance": orEnds(0, 0.5),
      "agents.deadlineSeconds": orEnds(1, 864_000),
      "agents.traderAccounts": whole(1, 8),
      "agents.exitLoss": orEnds(0, 1, spread(0.001, 0.2)),
      "agents.exitDepth": orEnds(0, 1, spread(0.001, 0.2)),
      "agents.exitSale": orEnds(0, 1),
      "hedger.policy": fc.constantFrom("interval", "band", "never", "whalley-wilmott", "leland"),
      "hedger.riskAversion": orEnds(1e-9, 1e6),
      "hedger.desk": fc.constantFrom("none", "call", "put", "straddle", "strangle", "iron-condor", "strip"),
      "hedger.deskSide": fc.constantFrom("short", "long"),
      "hedger.deskSize": fc.constantFrom("dollar-gamma", "vega", "capital"),
      "hedger.deskAmount": orEnds(1e-3, 10),
      "hedger.deskWidth": orEnds(0.01, 0.45),
      "hedger.model": fc.constantFrom("black-scholes", "merton", "heston"),
      "hedger.insurance": fc.constantFrom("none", "synthetic-put", "cppi"),
      "hedger.floor": orEnds(0.01, 0.999),
      "hedger.multiple": orEnds(0.1, 50),
      "hedger.interval": whole(1, 50),
      "hedger.band": orEnds(0, 10),
      "hedger.impliedVolatility": orEnds(0.01, 20),
      "hedger.expiryDays": fc.oneof(spread(0.001, 3_650), spread(0.001, 0.05)),
      "hedger.marginRate": orEnds(0, 1),
      "hedger.hedgeVolatility": orEnds(0, 20),
      "hedger.volatilitySlope": orEnds(0, 20),
      "hedger.markAge": whole(0, 60),
      "hedger.indexStaleness": orEnds(0, 0.99),
      "hedger.marginCash": fc.oneof(orEnds(0, 1_000), spread(1e-4, 0.2)),
      "market.permanentImpact": orEnds(0, 1, spread(1e-4, 1)),
      "hedger.mover": fc.constantFrom("none", "hedged-lp", "option-twin", "short-straddle"),
      "hedger.crowdShare": orEnds(0, 1),
      "market.futuresDiscount": orEnds(0, 10),
      "market.discountHalfLife": orEnds(1e-3, 87_600),
      "market.spreadSurge": orEnds(0, 5),
      "market.fundingRate": fc.double({ min: -100, max: 100, noNaN: true }),
      "market.circuitBreakers": fc.constantFrom("off", "on"),
      "hedger.inHalts": fc.constantFrom("pause", "trade"),
      "market.liquidationFee": orEnds(0, 0.2),
    },
    { requiredKeys: [] },
  )
  // Wider options are refused: at a volatility so high for so long a straddle has hardly any gamma left.
  .filter((set) => (set["hedger.impliedVolatility"] ?? 0.9) * Math.sqrt((set["hedger.expiryDays"] ?? 30) / 365) <= 4);
