import type { SweepSummary } from "../../core/sweep-summary.ts";

const both: readonly string[] = [
  "The hedge trades any size at the reference price for market.cost; nobody's trades move that price, and it never halts.",
  "Options are sold and marked at one implied volatility: no smile, no term structure, no jump of implied volatility in a crash.",
  "Hedges are never liquidated for want of margin; the margin that they would have needed is among the statistics. No interest is paid or earned.",
];

/** What a sweep's model leaves out, for the reader of its page, by what walked the paths. */
export const sweepLimits: Readonly<Record<SweepSummary["engine"], readonly string[]>> = {
  kernel: [
    "One arbitrageur takes every profit above agents.minimumProfit, at once and in every block: its stock is unlimited, and it pays no gas.",
    "Nobody else trades: the pool's fees are the arbitrageur's alone, and no uninformed flow pays for the bleed. The engine twin has traders.",
    "Liquidity stays as it is: no provider comes or goes.",
    "There is no mempool: no gas, no waiting, no failed transactions, no reordering. The engine twin has them; the kernel trades them for paths.",
    "Amounts are doubles, not integers of tokens; what rounding on chain would change is far below what is shown.",
    ...both,
  ],
  twin: [
    "Paths were walked by the whole engine, with traders, gas, latency and finite stock, over the twin of the pool, which agrees with the bytecode to the wei.",
    "No extraction but arbitrage: no sandwiches, bundles or private order flow.",
    ...both,
  ],
};
