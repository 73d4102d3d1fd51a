/**
 * One arbitrageur drives a pool through Black Thursday: copy this file and begin.
 *
 *   npx hardhat run scripts/arbitrage.ts
 */
import { runCrash } from "../src/index.ts"; // in your own project: from "hardhat-crash"

const result = await runCrash({
  scenario: "black-thursday-2020",
  seed: 1,
  set: {
    "agents.arbitrageurs": 1, // alone, so nobody bids against it
    "agents.turnover": 0, // no other traders
    "market.cost": 0.001, // the other leg costs 10 basis points
    "run.blocks": 3_600, // about half the day
  },
});

const { crash, pool, senders, swaps } = result;
const arbitrageur = senders.find(({ sender }) => sender === "arbitrageur");

console.log(`ETH went from ${crash.startPrice} to ${crash.endPrice.toFixed(2)} in ${crash.blocks} blocks.`);
console.log(`The pool of $${Math.round(pool.startValue)} was arbitraged in ${(100 * pool.arbitrageShare).toFixed(1)} % of them:`);
console.log(
  `  it lost $${Math.round(-pool.lossVersusRebalancing)} to rebalancing at stale prices and took $${Math.round(pool.fees)} in fees;`,
);
console.log(`  the arbitrageur kept $${Math.round(arbitrageur?.profit ?? 0)} after $${Math.round(arbitrageur?.gasPaid ?? 0)} of gas.`);

// The columns of `swaps` have one row a swap: here the three that cost the pool most.
const worst = swaps.poolMarkout
  .map((markout, row) => ({ markout, row }))
  .sort((a, b) => a.markout - b.markout)
  .slice(0, 3);
for (const { markout, row } of worst) {
  console.log(`  block ${swaps.block[row]}: ${swaps.account[row]} (${swaps.side[row]}) cost the pool $${Math.round(-markout)}`);
}
