import { type CryptoCrash, cryptoCrash } from "./crypto-crash.ts";
import type { Scenario } from "./scenario.ts";

/** The pool's size where the record says what was traded: as that of Black Thursday, see `docs/calibration.md`. */
function poolByVolume(size: number, volume: string): string {
  return `Pool size: ${size} million dollars, which stands to the dollars that the record has traded in these 24 hours (${volume} million) as the real DAI/WETH pool stood to Binance's volume of 19 May 2021 (136 million to 11,654 million).`;
}

function gasInEth(gwei: number): string {
  return `Gas: not recorded; a choice, ${gwei} gwei at the usual volatility, in proportion to that of the last hour otherwise, as on the two days whose gas is recorded.`;
}

const hour = (year: number, month: number, day: number, of: number): number => Date.UTC(year, month - 1, day, of) / 1000;

const crashes: readonly CryptoCrash[] = [
  {
    name: "luna-2022",
    title: "The end of Terra, as ETH saw it, 11 May 2022",
    what: "ETH fell from 2,451 to 1,800 dollars within 20 hours, 26.6 %, while Terra's dollar lost its peg and LUNA went to nothing.",
    source: "ETH/USDT spot, Binance",
    resolution: "1-hour bars",
    file: "luna-2022.csv",
    from: hour(2022, 5, 11, 10),
    pool: 69_000_000,
    poolChoice: poolByVolume(69, "5,899"),
    gwei: [30, 5],
    gasChoice: gasInEth(30),
  },
  {
    name: "luna-2022-luna",
    title: "The end of LUNA, 12 May 2022",
    what: "LUNA fell from 1.23 dollars to 0.00004 in the last 24 hours before its pair was halted at 0.00005; a week earlier it had stood at 86.18.",
    source: "LUNA/USDT spot, Binance, until the pair was halted",
    resolution: "1-hour bars",
    file: "luna-2022-luna-usdt.csv",
    from: hour(2022, 5, 12, 1),
    pool: 47_000_000,
    poolChoice: poolByVolume(47, "4,069"),
    gwei: [1, 1],
    gasChoice:
      "Gas: not recorded, and next to nothing, 1 gwei, since here it is paid in LUNA, whose price falls under it; what ETH's gas cost cannot be said in it.",
    more: [
      "Stock: each arbitrageur holds 100 times the pool's reserve of each asset at each place, instead of a tenth. The price falls by 22,594 times from start to end, for which a pool takes in 150 times its LUNA; with the usual stock it would take in less than 5 times, and stand still at 0.06 dollars. Transfers of so much fail at the bridge, which holds twice the reserve.",
      "Prices are integers of 10^-8 dollars: at the end a step is 0.02 % of the price, below the pool's fee.",
      "Bars: an hour spans up to 15 times its low; what happens between is more Brownian bridge than record, and no result that depends on it means much.",
      "Options are sold at a volatility of 2 a year, a choice; nothing that can be called a market made any.",
    ],
    thoughtExperiment: "LUNA lived on a chain of its own: no pool like this one stood against its fall.",
    agents: { arbitrageurStock: 100, traderMedian: 2_000 },
    hedger: { impliedVolatility: 2 },
  },
  {
    name: "celsius-2022",
    title: "Celsius freezes, 13 June 2022",
    what: "ETH fell from 1,547 to 1,165 dollars in a day, 24.7 %, as Celsius stopped paying its depositors out.",
    source: "ETH/USDT spot, Binance",
    resolution: "1-hour bars",
    file: "celsius-2022.csv",
    from: hour(2022, 6, 12, 15),
    pool: 52_000_000,
    poolChoice: poolByVolume(52, "4,463"),
    gwei: [25, 5],
    gasChoice: gasInEth(25),
  },
  {
    name: "ftx-2022",
    title: "The end of FTX, 8 November 2022",
    what: "ETH jumped to 1,580 dollars when Binance offered to buy FTX, and fell to 1,136 within 18 hours, 28.1 %, as the offer came to nothing.",
    source: "ETH/USDT spot, Binance, resampled from 5-minute bars",
    resolution: "15-minute bars",
    file: "ftx-2022.csv",
    from: hour(2022, 11, 8, 16),
    pool: 46_000_000,
    poolChoice: poolByVolume(46, "3,952"),
    gwei: [15, 2],
    gasChoice: gasInEth(15),
  },
  {
    name: "usdc-depeg-2023",
    title: "USDC below a dollar, 11 March 2023",
    what: "USDC, part of whose reserves lay at the failed Silicon Valley Bank, traded at 0.882 dollars within the hour of its relisting, and came back to 0.976 by that evening.",
    source: "USDC/USDT spot, Binance, from the relisting at 14:00; the very bottom, about 07:00, is before it",
    resolution: "1-hour bars",
    file: "usdc-depeg-2023.csv",
    from: hour(2023, 3, 11, 14),
    pool: 12_000_000,
    poolChoice: poolByVolume(12, "1,062"),
    gwei: [30_000, 3_000],
    gasChoice:
      "Gas: not recorded; a choice, 20 gwei of ETH at 1,500 dollars, which is 30,000 gwei of USDC, since here gas is paid in the pool's base; in proportion to the volatility of the last hour over 5 % a day.",
    more: [
      "A pool of two dollars: base is USDC, quote is USDT, and USDT counts as a dollar. Its fee is Uniswap V2's 0.3 %, ten times and more what pools made for two dollars ask.",
      "Options are sold at a volatility of 0.3 a year, a choice.",
    ],
    flaggedBars: [
      {
        time: hour(2023, 3, 11, 14),
        what: "opens at its high, 1, with the first trade of the relisting, and nothing in the 30 hours after it trades above 0.979",
        treatment:
          "stands: a pool stood at a dollar before the bank failed, and the hours in which the price fell are not in the record; the whole fall passes in this hour.",
      },
    ],
    hedger: { impliedVolatility: 0.3 },
  },
  {
    name: "yen-unwind-2024",
    title: "The yen carry trade unwinds, 5 August 2024",
    what: "ETH fell from 2,935 to 2,111 dollars within a day, 28.1 %; within the worst quarter of an hour alone by 16.5 %.",
    source: "ETH/USDT spot, Binance, resampled from 5-minute bars",
    resolution: "15-minute bars",
    file: "yen-unwind-2024.csv",
    from: hour(2024, 8, 4, 2),
    pool: 33_000_000,
    poolChoice: poolByVolume(33, "2,806"),
    gwei: [3, 1],
    gasChoice: gasInEth(3),
  },
  {
    name: "tariff-2025",
    title: "Tariffs, 7 April 2025",
    what: "ETH fell from 1,801 to 1,410 dollars within a day, 21.7 %, after the tariffs of 2 April.",
    source: "ETH/USDT perpetual, Binance, resampled from 5-minute bars",
    resolution: "15-minute bars",
    file: "tariff-2025.csv",
    from: hour(2025, 4, 6, 7),
    pool: 33_000_000,
    poolChoice:
      "Pool size: 33 million dollars, that of the yen unwind, a choice: the record is a perpetual's, whose volume (22,957 million dollars in these 24 hours) is not to be compared with spot.",
    gwei: [1, 0.5],
    gasChoice: gasInEth(1),
  },
  {
    name: "october-2025",
    title: "10 October 2025",
    what: "ETH fell from 4,396 to 3,681 dollars, 16.3 %; from 20:50 on by 8.2 % within 25 minutes.",
    source: "ETH/USD spot, Gemini, resampled from trades; minutes without a trade carry the last price",
    resolution: "5-minute bars",
    file: "october-2025.csv",
    from: hour(2025, 10, 10, 0),
    pool: 33_000_000,
    poolChoice:
      "Pool size: 33 million dollars, that of the yen unwind, a choice: the record is a small venue's, with 43 million dollars traded in the day.",
    gwei: [0.5, 0.5],
    gasChoice: gasInEth(0.5),
    more: ["Bars: closes lie up to 1.5 % from the next open, as at a venue with few trades; they stand, and the path jumps."],
  },
];

/** Recorded days of coins after the two that have a record of gas, by name, in order of time. Each is read only when asked for. */
export const cryptoScenarios: ReadonlyMap<string, () => Scenario> = new Map(
  crashes.map((crash) => [crash.name, () => cryptoCrash(crash)] as const),
);
