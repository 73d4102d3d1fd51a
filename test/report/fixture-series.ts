import type { Random } from "../../src/core/random.ts";
import type { Series, Swaps } from "../../src/core/result.ts";
import type { FixturePath } from "./fixture-path.ts";

type Columns = { -readonly [Name in keyof Series as undefined extends Series[Name] ? never : Name]: number[] };

/** Columns of a pool of 50 million that follows the path within its fee band, and lags behind it while blocks are full. */
export function fixtureSeries(path: FixturePath, random: Random): Series {
  const c = emptyColumns();
  const start = path.price[0] ?? 195;
  const constant = 25e6 * (25e6 / start);
  const liquidity = Math.sqrt(constant);
  const capital = 1_000_000;
  const share = 0.04;
  let pool = start;
  let fees = 0;
  let bleed = 0;
  let arbitrage = 0;
  let traders = 0;
  let net = { arbitrageurs: 0, traders: 0 };
  let straddle = 0;
  let hedgedTokens = 0;
  for (let i = 0; i < path.price.length; i += 1) {
    const price = path.price[i] ?? start;
    const before = path.price[i - 1] ?? price;
    const stressed = price < 0.98 * (path.price[Math.max(0, i - Math.ceil(path.price.length / 80))] ?? price);
    const root = Math.sqrt(price) - Math.sqrt(before);
    bleed -= (liquidity * root * root) / Math.sqrt(before);
    const old = Math.sqrt(constant / pool);
    const poolBefore = pool;
    const acts = i > 0 && random() < (stressed ? 0.25 : 0.9);
    if (acts && pool > price * 1.003) pool = price * 1.003;
    if (acts && pool < price / 1.003) pool = price / 1.003;
    const bought = Math.sqrt(constant / pool) - old;
    net = { ...net, arbitrageurs: net.arbitrageurs - bought };
    if (i > 0) {
      arbitrage -= Math.abs(bought * (price - Math.sqrt(poolBefore * pool))) - 0.003 * Math.abs(bought) * price;
      const size = ((random() < 0.2 ? 90_000 : 9_000) * (2_000 / path.price.length) * (stressed ? 4 : 1)) / 1;
      const order = (random() - 0.52) * size;
      net = { ...net, traders: net.traders + order / price };
      fees += 0.003 * (Math.abs(bought) * price + size);
      traders += 0.0026 * size;
    }
    const base = Math.sqrt(constant / pool) - net.traders * 0.2;
    const value = 2 * Math.sqrt(constant * price);
    c.block.push(i);
    c.time.push(path.time[i] ?? 0);
    c.priceE8.push(Math.round(price * 1e8));
    c.poolPrice.push(pool);
    c.reserveBase.push(base);
    c.reserveQuote.push(constant / base);
    const hold = (capital / 2) * (1 + price / start);
    const lp = share * (value - 5e7) * 0.5 + capital + share * fees * 0.5;
    const scaledBleed = share * 0.5 * bleed;
    c.hold.push(hold);
    c.lp.push(lp);
    c.hedgedLp.push(capital + scaledBleed + share * 0.5 * fees - 4 * i * (300 / path.price.length));
    c.optionTwin.push(capital + scaledBleed * 1.1 + (2_300 * i) / path.price.length);
    const moneyness = Math.log(price / start) / 0.24;
    const gamma = -(capital / (0.24 * 195)) * 195 * 0.8 * Math.exp(-0.5 * moneyness * moneyness);
    straddle += (0.5 * gamma * (price - before) * (price - before)) / (before * before) + (4_100 / path.price.length) * 1;
    c.shortStraddle.push(capital + straddle);
    c.dollarGammaLp.push((-share * value) / 8);
    c.dollarGammaTwin.push(((-share * value) / 8) * (1 + 0.01 * Math.sin(i / 300)));
    c.dollarGammaStraddle.push(gamma);
    const gap = pool / price - 1;
    for (const [name, size] of [
      ["10k", 1e4],
      ["100k", 1e5],
      ["1m", 1e6],
    ] as const) {
      const depth = size / (value / 2);
      c[`slippageSell${name}`].push(depth / (1 + depth) + 0.003 - gap);
      c[`slippageBuy${name}`].push(depth / (1 + depth) + 0.003 + gap);
    }
    c.depthDown2.push((value / 2) * (1 - Math.sqrt(0.98)));
    c.depthUp2.push((value / 2) * (Math.sqrt(1.02) - 1));
    c.cumulativeFees.push(fees);
    c.cumulativeBleed.push(bleed);
    c.cumulativeArbitrageMarkout.push(arbitrage);
    c.cumulativeTraderMarkout.push(traders);
    c.netBasePool.push(0 - net.arbitrageurs - net.traders);
    c.netBaseArbitrageurs.push(net.arbitrageurs);
    c.netBaseTraders.push(net.traders);
    if (i % 25 === 0) hedgedTokens = 0 - (capital / 2) * (1 / Math.sqrt(price * start) - 1 / start);
    c.netBaseLpHedge.push(hedgedTokens);
    c.netBaseTwinHedge.push(hedgedTokens * 0.99);
    c.netBaseStraddleHedge.push(-8_000 * Math.tanh(-moneyness * 1.4));
    c.gasFloorGwei.push((stressed ? 110 : 12) * (0.8 + 0.4 * random()));
    c.pending.push(Math.floor((stressed ? 22 : 3) * random()));
  }
  return c;
}

/** What a desk and an insurer add: the desk a milder straddle, the insurer half in base until he has sold it. */
export function chosenSeries(series: Series): Required<Pick<Series, keyof typeof chosenColumns>> {
  const column = (name: keyof typeof chosenColumns): readonly number[] => series.block.map((_, row) => chosenColumns[name](series, row));
  return {
    desk: column("desk"),
    insurer: column("insurer"),
    dollarGammaDesk: column("dollarGammaDesk"),
    dollarGammaInsurer: column("dollarGammaInsurer"),
    netBaseDeskHedge: column("netBaseDeskHedge"),
    netBaseInsurer: column("netBaseInsurer"),
  };
}

const start = 1_000_000;
const at = (column: readonly number[], row: number): number => column[row] ?? NaN;

const chosenColumns = {
  desk: (series: Series, row: number) => start + 0.6 * (at(series.shortStraddle, row) - start),
  insurer: (series: Series, row: number) => Math.max(0.9 * start, at(series.hold, row)) - 10 * (row % 40),
  dollarGammaDesk: (series: Series, row: number) => 0.7 * at(series.dollarGammaStraddle, row) + 60_000,
  dollarGammaInsurer: (series: Series, row: number) => -0.5 * at(series.dollarGammaStraddle, row),
  netBaseDeskHedge: (series: Series, row: number) => 0.5 * at(series.netBaseStraddleHedge, row),
  netBaseInsurer: (series: Series, row: number) =>
    2_500 + 0.3 * at(series.netBaseStraddleHedge, row) + 0.2 * at(series.netBaseLpHedge, row),
};

/** About one swap in every second block. */
export function fixtureSwaps(series: Series, random: Random): Swaps {
  const rows = series.block.slice(1).filter(() => random() < 0.5);
  const isArbitrage = rows.map(() => random() < 0.4);
  const side = rows.map(() => (random() < 0.6 ? "sell" : "buy"));
  return {
    block: rows,
    index: rows.map(() => 0),
    account: isArbitrage.map((yes, i) => (yes ? "arbitrageur-1" : `trader-${(i % 24) + 1}`)),
    sender: isArbitrage.map((yes) => (yes ? "arbitrageur" : "trader")),
    effect: isArbitrage.map((yes) => (yes ? "toward-reference" : "away-from-reference")),
    side,
    amountIn: side.map((which) => (which === "sell" ? "12345678901234567890" : "2400123456")),
    amountOut: side.map((which) => (which === "sell" ? "2390123456" : "12300000000000000001")),
    fee: rows.map(() => Math.round(random() * 1e6) / 1e4),
    poolMarkout: rows.map(() => Math.round((random() - 0.4) * 1e6) / 1e4),
  };
}

function emptyColumns(): Columns {
  return {
    block: [],
    time: [],
    priceE8: [],
    poolPrice: [],
    reserveBase: [],
    reserveQuote: [],
    hold: [],
    lp: [],
    hedgedLp: [],
    optionTwin: [],
    shortStraddle: [],
    dollarGammaLp: [],
    dollarGammaTwin: [],
    dollarGammaStraddle: [],
    slippageSell10k: [],
    slippageSell100k: [],
    slippageSell1m: [],
    slippageBuy10k: [],
    slippageBuy100k: [],
    slippageBuy1m: [],
    depthDown2: [],
    depthUp2: [],
    cumulativeFees: [],
    cumulativeBleed: [],
    cumulativeArbitrageMarkout: [],
    cumulativeTraderMarkout: [],
    netBasePool: [],
    netBaseArbitrageurs: [],
    netBaseTraders: [],
    netBaseLpHedge: [],
    netBaseTwinHedge: [],
    netBaseStraddleHedge: [],
    gasFloorGwei: [],
    pending: [],
  };
}
