import { expect } from "chai";
import { describe, it } from "mocha";
import { swap } from "../../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../../src/core/words.ts";
import { classifyBlock } from "../../../src/ledger/extractions/classify-block.ts";
import type { Extraction } from "../../../src/ledger/extractions/extraction.ts";
import { POOL } from "../transactions.ts";
import { play, PRICE, type PlayedSwap, type Step } from "./play.ts";

const ETH = 10n ** 18n;
const USD = 10n ** 6n;
const by = (account: string, ...swaps: PlayedSwap[]): Step => ({ account, swaps });
const buy = (usd: bigint, pool = "A"): PlayedSwap => ({ pool, side: "buy", amount: usd * USD });
const sell = (eth: bigint, pool = "A"): PlayedSwap => ({ pool, side: "sell", amount: eth * ETH });
const sellBack: PlayedSwap = { side: "sell", amount: "back" };
const buyBack: PlayedSwap = { side: "buy", amount: "back" };

/** Pool A quotes 2 % over the reference, pool B stands at it. */
const OPEN_GAP: Readonly<Record<string, PoolState>> = { A: { ...POOL, quote: (POOL.quote * 102n) / 100n }, B: POOL };

/** Short words for what was found: kind, account, own transactions; for a sandwich its victims. */
function words({ kind, account, transactions, victims }: Extraction): string {
  const whom = victims.length > 0 ? ` around ${victims.map(({ index }) => index).join(" ")}` : "";
  return `${kind} by ${account} in ${transactions.join(" ")}${whom}`;
}

interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly pools?: Readonly<Record<string, PoolState>>;
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "a sandwich around one buyer",
    steps: [by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", sellBack)],
    found: ["sandwich by s in 0 2 around 1"],
  },
  {
    name: "a sandwich around a seller, who loses quote",
    steps: [by("s", sell(200n)), by("v", sell(250n)), by("s", buyBack)],
    found: ["sandwich by s in 0 2 around 1"],
  },
  {
    name: "a sandwich around several victims, and a seller who gains by it and looks like an arbitrageur",
    steps: [by("s", buy(40_000n)), by("v", buy(50_000n)), by("w", sell(20n)), by("v", buy(9_000n)), by("x", buy(20n)), by("s", sellBack)],
    found: ["sandwich by s in 0 5 around 1 3 4", "arbitrage by w in 2"],
  },
  {
    name: "a sandwich whose back-run is split over two transactions",
    steps: [
      by("s", buy(40_000n)),
      by("v", buy(50_000n)),
      by("s", { side: "sell", amount: 100n * ETH }),
      by("s", { side: "sell", amount: 95_490_637_270_000_000_000n }),
    ],
    found: ["sandwich by s in 0 2 3 around 1"],
  },
  {
    name: "a wallet that trades there and back without a victim",
    steps: [by("s", buy(40_000n)), by("s", sellBack)],
    found: [],
  },
  {
    name: "a wallet between whose trades somebody trades the other way, who looks like a back-runner",
    steps: [by("s", buy(40_000n)), by("v", sell(50n)), by("s", sellBack)],
    found: ["back-run by v in 1"],
  },
  {
    name: "a victim that was reverted",
    steps: [by("s", buy(40_000n)), { ...by("v", buy(50_000n)), success: false }, by("s", sellBack)],
    found: [],
  },
  {
    name: "a front-run that was reverted: what is left is a back-run",
    steps: [{ ...by("s", buy(40_000n)), success: false }, by("v", buy(50_000n)), by("s", sell(190n))],
    found: ["back-run by s in 2"],
  },
  {
    name: "0.9 % less sold back than was bought",
    steps: [by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", { side: "sell", amount: { ofLast: 991n } })],
    found: ["sandwich by s in 0 2 around 1"],
  },
  {
    name: "5 % less sold back than was bought: arbitrage in a gap that was there before the last trade",
    steps: [by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", { side: "sell", amount: { ofLast: 950n } })],
    found: ["arbitrage by s in 2"],
  },
  {
    name: "0.9 % more sold back, of which only the surplus makes it a gain",
    steps: [by("s", buy(40_000n)), by("v", buy(50n)), by("s", { side: "sell", amount: { ofLast: 1_009n } })],
    found: [],
  },
  {
    name: "a victim too small for the fees",
    steps: [by("s", buy(40_000n)), by("v", buy(2_000n)), by("s", sellBack)],
    found: [],
  },
  {
    name: "liquidity removed between",
    steps: [by("s", buy(40_000n)), { account: "lp", liquidity: { remove: POOL.supply / 10n } }, by("v", buy(60_000n)), by("s", sellBack)],
    found: ["sandwich by s in 0 3 around 2"],
  },
  {
    name: "two interleaved sandwiches, the inner front-run a victim of the outer",
    steps: [by("s", buy(20_000n)), by("t", buy(20_000n)), by("v", buy(90_000n)), by("s", sellBack), by("t", sellBack)],
    found: ["sandwich by s in 0 3 around 1 2", "sandwich by t in 1 4 around 2"],
  },
  {
    name: "two sandwiches of one account, one after the other",
    steps: [
      ...[by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", sellBack)],
      ...[by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", sellBack)],
    ],
    found: ["sandwich by s in 0 2 around 1", "sandwich by s in 3 5 around 4"],
  },
  {
    name: "a trade of the same account before its sandwich",
    steps: [by("s", buy(1_000n)), by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", sellBack)],
    found: ["sandwich by s in 1 3 around 2"],
  },
  {
    name: "a round trip of the same account before its sandwich",
    steps: [by("s", buy(10_000n)), by("s", sellBack), by("s", buy(40_000n)), by("v", buy(50_000n)), by("s", sellBack)],
    found: ["sandwich by s in 2 4 around 3"],
  },
  {
    name: "a sandwich with a transaction of its own between that is no leg, and no victim",
    steps: [
      by("s", buy(40_000n)),
      by("v", buy(50_000n)),
      by("s", buy(1_000n), buy(1_000n)),
      by("s", { side: "sell", amount: 195_490_637_270_000_000_000n }),
    ],
    found: ["sandwich by s in 0 3 around 1"],
  },
  {
    name: "a wallet that gains by liquidity that came between, without a victim",
    steps: [by("s", buy(40_000n)), { account: "lp", liquidity: { add: [10_000n * ETH, 4_000_000n * USD] } }, by("s", sellBack)],
    found: ["arbitrage by s in 2"],
  },
  {
    name: "the same trades on two pools",
    steps: [by("s", buy(40_000n)), by("v", buy(50_000n, "B")), by("s", sellBack)],
    found: [],
  },
  {
    name: "arbitrage between two pools in one transaction",
    steps: [by("c", { pool: "B", side: "buy", amount: 4_000n * USD }, { pool: "A", side: "sell", amount: (199n * ETH) / 10n })],
    pools: OPEN_GAP,
    found: ["arbitrage by c in 0"],
  },
  {
    name: "arbitrage between two pools, and then in the gap that it made itself",
    steps: [
      by("c", { pool: "B", side: "buy", amount: 12_000n * USD }, { pool: "A", side: "sell", amount: 59n * ETH }),
      { ...by("c", sell(10n, "B")), gasFee: 1n },
    ],
    pools: { ...OPEN_GAP, A: { ...POOL, quote: POOL.quote * 2n } },
    found: ["arbitrage by c in 0", "arbitrage by c in 1"],
  },
  {
    name: "a wallet that takes back what it lost in two swaps of one transaction",
    steps: [by("s", buy(40_000n), buy(40_000n)), by("s", sell(200n))],
    found: [],
  },
  {
    name: "a transaction that swaps on two pools and lacks one token afterwards",
    steps: [by("c", { pool: "B", side: "buy", amount: 4_000n * USD }, { pool: "A", side: "sell", amount: 20n * ETH })],
    pools: OPEN_GAP,
    found: [],
  },
  {
    name: "a liquidation, whatever its swap earned",
    steps: [{ ...by("l", sell(1n)), collateral: { base: 10n * ETH, paid: 1_900n * USD, debt: 1_900n * USD } }],
    found: ["liquidation by l in 0"],
  },
  {
    name: "a liquidation whose swap would close a sandwich",
    steps: [
      by("l", buy(40_000n)),
      by("v", buy(50_000n)),
      { ...by("l", sellBack), collateral: { base: 10n * ETH, paid: 1_900n * USD, debt: 1_900n * USD } },
    ],
    found: ["liquidation by l in 2"],
  },
  {
    name: "a liquidation that was reverted",
    steps: [{ account: "l", success: false, collateral: { base: 10n * ETH, paid: 1_900n * USD, debt: 1_900n * USD } }],
    found: [],
  },
  {
    name: "a back-run in a gap that the trade before it made",
    steps: [by("v", buy(50_000n)), by("b", sell(100n))],
    found: ["back-run by b in 1"],
  },
  {
    name: "a back-run behind a transaction that did not touch the pool",
    steps: [by("v", buy(50_000n)), by("w", buy(900n, "B")), by("b", sell(100n))],
    found: ["back-run by b in 2"],
  },
  {
    name: "an honest arbitrage that follows a trade, in a gap that was there before",
    steps: [by("v", buy(5_000n)), by("a", sell(50n))],
    pools: OPEN_GAP,
    found: ["arbitrage by a in 1"],
  },
  {
    name: "arbitrage after a trade in its own direction",
    steps: [by("v", sell(1n)), by("a", sell(40n))],
    pools: OPEN_GAP,
    found: ["arbitrage by v in 0", "arbitrage by a in 1"],
  },
  {
    name: "arbitrage where liquidity moved between the trade and it",
    steps: [by("v", buy(50_000n)), { account: "lp", liquidity: { remove: POOL.supply / 10n } }, by("b", sell(100n))],
    found: ["arbitrage by b in 2"],
  },
  {
    name: "an arbitrage that earns less than its gas",
    steps: [{ ...by("a", sell(40n)), gasFee: ETH }],
    pools: OPEN_GAP,
    found: [],
  },
  {
    name: "an arbitrage that pays the builder more than it earns",
    steps: [{ ...by("a", sell(40n)), payment: ETH }],
    pools: OPEN_GAP,
    found: [],
  },
  {
    name: "a wallet that takes back what it lost",
    steps: [by("v", buy(50_000n)), by("w", buy(10n)), by("v", sell(100n))],
    found: [],
  },
];

describe("what a block's transactions extract", () => {
  for (const { name, steps, pools, found } of cases) {
    it(`${name}: ${found.join(", ") || "nothing"}`, () => {
      expect(classifyBlock(play(steps, pools), PRICE).map(words)).to.deep.equal(found);
    });
  }

  it("says to the wei what a sandwich took, by a model of the block without it", () => {
    const deeds = play([
      { ...by("s", buy(40_000n)), sender: "sandwicher", payment: 5n },
      by("v", buy(50_000n)),
      by("w", sell(20n)),
      by("x", buy(9_000n)),
      { ...by("s", sellBack), payment: 7n },
    ]);
    const [found] = classifyBlock(deeds, PRICE);
    const first = swap(POOL, "buy", 50_000n * USD);
    const second = swap(first.state, "sell", 20n * ETH);
    const third = swap(second.state, "buy", 9_000n * USD);
    const received = (index: number): bigint => deeds[index]!.swaps[0]!.amountOut;
    expect(found!.victims.map(({ index, asset, lost }) => [index, asset, lost])).to.deep.equal([
      [1, "base", first.amountOut - received(1)],
      [3, "base", third.amountOut - received(3)],
    ]);
    expect(found!.gross).to.deep.equal({ base: 0n, quote: received(4) - 40_000n * USD });
    expect(found!.windfallValue).to.be.closeTo(Number(received(2) - second.amountOut) / 1e6, 1e-9);
    const { after } = deeds[4]!.swaps[0]!;
    const poolGain = Number(after.base - third.state.base) / 1e16 / 0.5 + Number(after.quote - third.state.quote) / 1e6;
    expect(found!.poolGain).to.be.closeTo(poolGain, 1e-9);
    expect(found).to.deep.include({ sender: "sandwicher", gasFee: 2n * 10n ** 15n, burned: 10n ** 15n, payment: 12n });
    expect(found!.netValue).to.be.closeTo(found!.grossValue - 0.4, 1e-12);
  });

  it("says what single transactions left whom", () => {
    const [arbitrage] = classifyBlock(play([by("a", sell(40n))], OPEN_GAP), PRICE);
    const { amountOut } = swap(OPEN_GAP.A!, "sell", 40n * ETH);
    expect(arbitrage!.gross).to.deep.equal({ base: -40n * ETH, quote: amountOut });
    expect(arbitrage!.grossValue).to.be.closeTo(Number(amountOut) / 1e6 - 8_000, 1e-9);
    expect(arbitrage!.poolGain).to.equal(-arbitrage!.grossValue);
    expect(arbitrage!.basis).to.equal("inferred");
    const seized: Step = { account: "l", collateral: { base: 10n * ETH, paid: 1_900n * USD, debt: 1_950n * USD } };
    const [liquidation] = classifyBlock(play([seized]), PRICE);
    expect(liquidation).to.deep.include({ gross: { base: 10n * ETH, quote: -1_900n * USD } });
    expect(liquidation!.grossValue).to.be.closeTo(100, 1e-12);
    expect(liquidation!.netValue).to.be.closeTo(99.8, 1e-12);
    expect(liquidation).to.deep.include({ poolGain: 0, basis: "observed", victims: [] });
  });
});
