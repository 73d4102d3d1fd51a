import { recordedBars } from "./recorded-bars.ts";
import { recordedGasPrices } from "./recorded-gas-prices.ts";
import type { Scenario } from "./scenario.ts";

const FROM = Date.UTC(2020, 2, 12) / 1000;
const FILE = "black-thursday-2020.csv";
/** Start of the bar that closes at a price is 9 % above the next open. */
const STALE_CLOSE = Date.UTC(2020, 2, 12, 10, 40) / 1000;

/** ETH on 12 March 2020, with the gas prices of the day. */
export function blackThursday2020(): Scenario {
  const recorded = recordedBars(FILE);
  const bars = recorded.bars.map((bar, i) => (bar.time === STALE_CLOSE ? { ...bar, close: recorded.bars[i + 1]?.open ?? bar.close } : bar));
  return {
    name: "black-thursday-2020",
    title: "Black Thursday, 12 March 2020",
    what: "ETH fell from 195 to 101 dollars in a day and closed at 107.52, gas rose tenfold, and Maker sold collateral for nothing because its keepers' transactions did not get in.",
    source: "ETH/USD aggregated spot and mainnet gas prices of the same 10 minutes",
    resolution: "10-minute bars",
    era: "blocks at random every 13.2 s on average, first-price gas auctions paid to the miner, gas limit 10,000,000, no private bundles",
    thoughtExperiment: "Uniswap V2 was launched in May 2020: this is what the pool would have lived through, not what it did.",
    flaggedBars: [
      {
        time: STALE_CLOSE,
        what: "closes at its own high, 154.83, and the next bar opens at 141.12, 9.3 % lower",
        treatment:
          "the close is replaced by the next open, 141.12, which lies inside the bar: a last trade on a venue that lagged behind is likelier than a fall of 9 % within no time. All other closes are within 1.7 % of the next open and stand; the path jumps.",
      },
    ],
    calibration: [
      "Pool size: 6.4 million dollars, which stands to Binance's ETH/USDT volume of the day (551 million) as the real DAI/WETH pool stood to that of 19 May 2021 (136 million to 11,654 million).",
      "Traders: borrowed from 19 May 2021, the only day of the two with a recorded pool: 0.155 of the pool's value a day at a volatility of 5 % a day, growing with volatility to the power 0.94 (95 % intervals 0.03 to 0.50 and 0.43 to 1.79).",
      "Bars: variance inside a bar is the one that its range implies (Parkinson). Built from 1-hour bars instead, the variance of the recorded 10-minute closes comes out 1.6 times too high, that of their ranges 0.9 times.",
    ],
    from: FROM,
    to: FROM + 86_400,
    market: { kind: "bars", series: { bars, seconds: recorded.seconds } },
    gas: recordedGasPrices(FILE),
    defaults: {
      pool: { value: 6_400_000 },
      mempool: { blockProcess: "poisson", blockSeconds: 13.2, fees: "first-price", gasLimit: 10_000_000 },
      agents: { turnover: 0.155, surge: 0.94, usualVolatility: 0.05 },
    },
    recordedPool: null,
    halts: null,
    volatility: null,
  };
}
