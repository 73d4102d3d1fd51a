import { expect } from "chai";
import { describe, it } from "mocha";
import type { BookName, BookStatement } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

type Set = Readonly<Record<string, unknown>>;

/** Two sessions of one price each, a night apart in which the price falls by a tenth, and a volatility index that doubles at the second close. */
const CLOSES = [16, 40].map((hours) => 3_600 * hours);
const overnight: Scenario = {
  ...findScenario("black-monday-1987"),
  name: "overnight",
  from: 3_600 * 10,
  to: CLOSES[1]!,
  market: {
    kind: "sessions",
    sessions: [100, 90].map((price, day) => ({
      time: 3_600 * (10 + 24 * day),
      closesAt: CLOSES[day]!,
      open: price,
      high: price,
      low: price,
      close: price,
    })),
  },
  volatility: { index: "VIX", times: CLOSES, closes: [20, 40], futures: [], vix3m: null },
};

async function booksOf(set: Set): Promise<Readonly<Record<BookName, BookStatement>>> {
  const quiet = { "agents.turnover": 0, "market.cost": 0, "hedger.impliedVolatility": 0.2, "hedger.expiryDays": 30 };
  const { statement } = await runCrash({ scenario: overnight, engine: "twin", set: { ...quiet, ...set } });
  return Object.fromEntries(statement.map((book) => [book.book, book])) as Record<BookName, BookStatement>;
}

describe("engine: a market that closes", () => {
  it("what the night does to a liquidity position is its gap, −(V/2)(1 − √0.9)² of its value, and it bleeds nothing in the day", async () => {
    const { lp, "hedged-lp": hedged } = await booksOf({});
    const gap = (-lp.startCapital / 2) * (1 - Math.sqrt(0.9)) * (1 - Math.sqrt(0.9));
    expect(lp.lines.gap).to.be.closeTo(gap, 1e-6 * lp.startCapital);
    expect(lp.lines.bleed).to.equal(0);
    expect(hedged.lines.gap).to.equal(lp.lines.gap);
  });

  it("what it does to an option beyond its delta is the gap too, curvature of all orders", async () => {
    const { "option-twin": twin } = await booksOf({ "hedger.volatilityMarks": "constant" });
    const exact = (-twin.startCapital / 2) * (1 - Math.sqrt(0.9)) * (1 - Math.sqrt(0.9));
    // Value less its tangent, 2L(√S − √S₀) − L(S − S₀)/√S₀, and a night of theta in cross terms.
    expect(twin.lines.gap / exact).to.be.closeTo(1, 0.01);
    expect([twin.lines.bleed, twin.lines.vega]).to.deep.equal([0, 0]);
  });

  it("options are marked at the index as it was last known: not before its close, and from its second on", async () => {
    const recorded = await booksOf({ "hedger.volatilityMarks": "recorded", "hedger.policy": "at-the-close" });
    const constant = await booksOf({ "hedger.volatilityMarks": "constant", "hedger.policy": "at-the-close" });
    const change = recorded["option-twin"].total - constant["option-twin"].total;
    expect(recorded["option-twin"].lines.vega).to.be.closeTo(change, 1e-6 * recorded.lp.startCapital);
    const tau = (30 * 86_400 - 30 * 3_600) / (365 * 86_400);
    const kept = Math.exp((-0.4 * 0.4 * tau) / 8) / Math.exp((-0.2 * 0.2 * tau) / 8) - 1;
    const worth = constant["option-twin"].startCapital * Math.sqrt(0.9);
    expect(change / worth).to.be.closeTo(kept, 1e-5);
  });

  it("who hedges at the close alone trades once a session", async () => {
    const { "short-straddle": close } = await booksOf({ "hedger.policy": "at-the-close" });
    const { "short-straddle": often } = await booksOf({ "hedger.policy": "interval", "hedger.interval": 1 });
    expect(close.hedge.trades).to.be.within(1, 3);
    expect(often.hedge.trades).to.be.above(30);
  });

  it("where the market never closes, in the last block of each day by universal time", async () => {
    const set = { "process.days": 3, "mempool.blockProcess": "fixed", "mempool.blockSeconds": 600, "agents.turnover": 0 };
    const { series } = await runCrash({ scenario: "gbm", engine: "twin", set: { ...set, "hedger.policy": "at-the-close" } });
    const { netBaseTwinHedge: held, time } = series;
    const traded = time.flatMap((_, i) => (i > 0 && held[i] !== held[i - 1] ? [i] : []));
    const lastOfDay = time.flatMap((at, i) => (Math.floor((time[i + 1] ?? at) / 86_400) > Math.floor(at / 86_400) ? [i] : []));
    expect(lastOfDay).to.have.length.within(2, 3);
    expect(traded).to.deep.equal(lastOfDay);
  });
});
