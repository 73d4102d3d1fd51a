import { expect } from "chai";
import { describe, it } from "mocha";
import type { LineName } from "../../src/core/line-name.ts";
import type { BookName, BookStatement } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { livelyWindow } from "./lively-window.ts";
import { steppedPath } from "./stepped-path.ts";

type Set = Readonly<Record<string, unknown>>;
type Statement = Readonly<Record<BookName, BookStatement>>;

const HEDGED = ["hedged-lp", "option-twin", "short-straddle"] as const;
const OPTIONS = ["option-twin", "short-straddle"] as const;

async function statementOf(scenario: Scenario, set: Set): Promise<Statement> {
  const { statement } = await runCrash({ scenario, engine: "twin", set: { "run.blocks": 300, "hedger.interval": 7, ...set } });
  return Object.fromEntries(statement.map((book) => [book.book, book])) as Statement;
}

const crash = livelyWindow("black-thursday-2020");
const plain = statementOf(crash, {});

/** All lines but these are the same, to a billionth of the capital. */
function expectSameBut(lines: readonly LineName[], book: BookStatement, other: BookStatement): void {
  for (const [line, value] of Object.entries(book.lines)) {
    if (lines.includes(line as LineName)) continue;
    expect(value, `${book.book} ${line}`).to.be.closeTo(other.lines[line as LineName], 1e-9 * book.startCapital);
  }
}

describe("engine: what goes wrong with a hedge, one line each", () => {
  it("a spread that widens costs what it says, and nothing else changes", async () => {
    const [before, after] = [await plain, await statementOf(crash, { "market.spreadSurge": 1 })];
    for (const name of HEDGED) {
      expectSameBut(["spread"], after[name], before[name]);
      expect(after[name].lines.spread).to.be.below(0.5 * after[name].lines.execution);
      expect(after[name].total - before[name].total).to.be.closeTo(after[name].lines.spread, 1e-9 * before[name].startCapital);
    }
  });

  it("an old delta makes what was hedged earlier the same exposure, and the rest stale", async () => {
    const [before, after] = [await plain, await statementOf(crash, { "hedger.markAge": 9 })];
    for (const name of HEDGED) {
      expectSameBut(["staleMark", "execution", "rounding"], after[name], before[name]);
      expect(after[name].lines.staleMark).not.to.be.closeTo(0, 1);
      const cost = after[name].lines.execution - before[name].lines.execution;
      expect(after[name].total - before[name].total).to.be.closeTo(after[name].lines.staleMark + cost, 1e-8 * before[name].startCapital);
    }
  });

  it("in a straight fall, sellers of options who hedge at an old price have sold too little: they lose by it, and more the older it is", async () => {
    const fall = steppedPath(...Array.from({ length: 200 }, (_, i) => 200 - 0.3 * i));
    const [young, old] = [
      await statementOf(fall, { "hedger.interval": 1, "hedger.markAge": 2 }),
      await statementOf(fall, { "hedger.interval": 1, "hedger.markAge": 4 }),
    ];
    for (const name of OPTIONS) {
      expect(young[name].lines.staleMark).to.be.below(-1);
      expect(old[name].lines.staleMark / young[name].lines.staleMark).to.be.closeTo(2, 0.1);
    }
  });

  it("another volatility to hedge at is a line of its own; the LP's delta knows none", async () => {
    const [before, after] = [await plain, await statementOf(crash, { "hedger.hedgeVolatility": 2 })];
    for (const name of OPTIONS) {
      expectSameBut(["wrongVolatility", "execution", "rounding"], after[name], before[name]);
      expect(Math.abs(after[name].lines.wrongVolatility)).to.be.above(1);
    }
    expectSameBut([], after["hedged-lp"], before["hedged-lp"]);
    const same = await statementOf(crash, { "hedger.hedgeVolatility": 0.9 });
    for (const name of HEDGED) expectSameBut([], same[name], before[name]);
  });

  it("funding is the rate times what was held, block by block", async () => {
    const flat = steppedPath(...Array.from({ length: 121 }, () => 200));
    const set = { "agents.turnover": 0, "hedger.policy": "interval", "hedger.interval": 1 };
    const [free, paid, received] = [
      await statementOf(flat, set),
      await statementOf(flat, { ...set, "market.fundingRate": -10 }),
      await statementOf(flat, { ...set, "market.fundingRate": 10 }),
    ];
    const { startCapital } = free["hedged-lp"];
    // Half of a pool's value is base, sold short for 24 minutes.
    const expected = (10 * startCapital * 0.5 * 1_440) / (365 * 86_400);
    expect(free["hedged-lp"].lines.funding).to.equal(0);
    expect(received["hedged-lp"].lines.funding).to.be.closeTo(expected, 1e-3);
    expect(paid["hedged-lp"].lines.funding).to.be.closeTo(-expected, 1e-3);
    expect(received["hedged-lp"].total - free["hedged-lp"].total).to.be.closeTo(expected, 1e-3);
  });

  it("implied volatility that rises as the price falls costs who sold options its vega, by as much as the claim is worth more", async () => {
    const fall = steppedPath(200, 200, 180);
    const slope = 1;
    const after = await statementOf(fall, { "hedger.volatilitySlope": slope, "hedger.policy": "never" });
    const before = await statementOf(fall, { "hedger.policy": "never" });
    const rise = slope * Math.log(200 / 180);
    const { startCapital, lines } = after["option-twin"];
    const end = 30 / 365 - 24 / (365 * 86_400);
    const exact = startCapital * Math.sqrt(180 / 200) * Math.exp((0.9 * 0.9 * 30) / 365 / 8);
    const worth = (vol: number): number => exact * Math.exp((-vol * vol * end) / 8);
    expect(lines.vega).to.be.closeTo(worth(0.9 + rise) - worth(0.9), 1e-3);
    expect(after["option-twin"].total - before["option-twin"].total).to.be.closeTo(worth(0.9 + rise) - worth(0.9), 1e-3);
    expect(after["short-straddle"].lines.vega).to.be.below(0);
    expect(after["hedged-lp"].lines.vega).to.equal(0);
  });

  describe("a margin call that cannot be met", () => {
    const set = { "hedger.marginCash": 0.1, "hedger.interval": 1, "market.cost": 0.001, "agents.turnover": 0, "agents.arbitrageurs": 0 };

    it("closes the hedge at that block's price, with a fee, for good", async () => {
      const jump = steppedPath(200, 200, 215, 215, 100);
      const { "hedged-lp": book, lp } = await statementOf(jump, set);
      // Half the capital is short; 7.5 % against it is 3.75 % of the capital, and the margin of 10 % on it 5.4 %: 9.1 % of 10 %.
      expect(book.hedge.closedAt).to.equal(null);
      const { "hedged-lp": called } = await statementOf(steppedPath(200, 200, 225, 225, 100), set);
      const size = 0.5 * called.startCapital;
      const atClose = size * (225 / 200);
      expect(called.hedge).to.include({ closedAt: 2, trades: 2 });
      expect(called.lines.liquidation).to.be.closeTo(-0.005 * atClose, 1e-2);
      expect(called.lines.execution).to.be.closeTo(-0.001 * (size + atClose), 1e-2);
      expect(called.lines.shortfall).to.equal(0);
      // From then on it is an LP that has paid for its hedge.
      const paid = atClose - size + 0.001 * (size + atClose) + 0.005 * atClose;
      const bare = (await statementOf(steppedPath(200, 200, 225, 225, 100), set)).lp;
      expect(called.total - bare.total).to.be.closeTo(-paid, 1e-2);
      expect(lp.hedge.closedAt).to.equal(null);
    });

    it("leaves what is lost beyond the margin to the exchange's fund, to the last unit", async () => {
      const { "hedged-lp": book, lp } = await statementOf(steppedPath(200, 200, 300, 300), set);
      const size = 0.5 * book.startCapital;
      const lost = size * 0.5 + 0.001 * (size + 1.5 * size) + 0.005 * 1.5 * size;
      expect(book.lines.shortfall).to.be.closeTo(lost - 0.1 * book.startCapital, 1e-2);
      expect(book.total - lp.total).to.be.closeTo(-0.1 * book.startCapital, 1e-5);
    });

    it("an order that the margin does not allow is cut to what it allows", async () => {
      const { "hedged-lp": book } = await statementOf(steppedPath(200, 200, 200), { ...set, "hedger.marginCash": 0.02 });
      expect(book.peakMargin).to.be.at.most(0.02 * book.startCapital);
      expect(book.hedge.turnover, "10 % of margin and 0.1 % of cost").to.be.closeTo((0.02 / 0.101) * book.startCapital, 1e-3);
      expect(book.hedge.closedAt).to.equal(null);
    });

    it("does not come where credit has no limit", async () => {
      const { "hedged-lp": book } = await statementOf(steppedPath(200, 200, 2_000, 2_000), { ...set, "hedger.marginCash": 0 });
      expect(book.hedge.closedAt).to.equal(null);
      expect(book.lines.shortfall).to.equal(0);
    });
  });
});
