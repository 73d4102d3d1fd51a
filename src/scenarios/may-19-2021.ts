import { recordedBars } from "./recorded-bars.ts";
import { recordedColumns } from "./recorded-columns.ts";
import { recordedGasPrices } from "./recorded-gas-prices.ts";
import type { RecordedPool, Scenario } from "./scenario.ts";
import { splitGrowth } from "./split-growth.ts";

const FROM = Date.UTC(2021, 4, 19, 7) / 1000;
const TO = Date.UTC(2021, 4, 20) / 1000;

/** ETH on 19 May 2021 from 07:00 on, beside the real DAI/WETH pool. */
export function may192021(): Scenario {
  const recordedPool = daiWethPool();
  return {
    name: "may-19-2021",
    title: "19 May 2021, from 07:00",
    what: "ETH fell from 2,945 to 1,888 dollars between 07:00 and 13:15, was back above 2,500 within half an hour, and from 13:00 to 13:30 seven of ten transactions paid more than 1,500 gwei for gas.",
    source: "ETH/USDT spot, Binance; mainnet gas prices of the same 10 minutes; reserves of Uniswap V2 DAI/WETH",
    resolution: "5-minute bars, gas and reserves every 10 minutes",
    era: "blocks at random every 13.2 s on average, first-price gas auctions paid to the miner, gas limit 15,000,000",
    thoughtExperiment: null,
    flaggedBars: [],
    calibration: [
      "Pool: the real DAI/WETH reserves at 07:00, 136 million dollars, with the recorded mints and burns replayed: −3.8 % of the liquidity by midnight, of which −2.7 % between 13:10 and 13:20.",
      "Turnover: the real pool's √(xy) grew by fees alone as if 2.95 times its value had been swapped in 24 hours; arbitrage against the bars accounts for 2.0 of it, and 0.94 is left for traders.",
      "Surge: what is left fits 0.155 of the pool's value a day at a volatility of 5 % a day, growing with volatility to the power 0.94 (95 % intervals 0.03 to 0.50 and 0.43 to 1.79, strongly and negatively correlated).",
      "Trade size: a median of 20,000 dollars is chosen, not measured; it makes the blocks of the worst hour hold one or two traders' swaps.",
    ],
    from: FROM,
    to: TO,
    market: { kind: "bars", series: recordedBars("may-19-2021-5m.csv", FROM, TO) },
    gas: recordedGasPrices("may-19-2021.csv"),
    defaults: {
      pool: { value: 2 * (recordedPool.quote[0] ?? NaN), liquidity: "recorded" },
      mempool: { blockProcess: "poisson", blockSeconds: 13.2, fees: "first-price", gasLimit: 15_000_000 },
      agents: { turnover: 0.155, surge: 0.94, usualVolatility: 0.05, traderMedian: 20_000 },
    },
    recordedPool,
    halts: null,
    volatility: null,
  };
}

/** The real pool, its time axis good to about 10 minutes; a change of liquidity is dated to the middle of its interval. */
function daiWethPool(): RecordedPool {
  const { time, reserve_dai, reserve_weth } = recordedColumns("may-19-2021-dai-weth-reserves.csv", ["reserve_dai", "reserve_weth"]);
  const changes = splitGrowth(reserve_weth, reserve_dai).map(({ providers }, i) => ({
    time: ((time[i] ?? NaN) + (time[i + 1] ?? NaN)) / 2,
    logChange: providers,
  }));
  return {
    source:
      "Uniswap V2 DAI/WETH on mainnet, reserves every 10 minutes; time axis recovered by alignment with the price, good to about 10 minutes",
    times: time,
    base: reserve_weth,
    quote: reserve_dai,
    liquidityChanges: changes.filter(({ logChange }) => logChange !== 0),
  };
}
