import { expect } from "chai";
import { describe, it } from "mocha";
import type { LineName } from "../../src/core/line-name.ts";
import type { BookName, BookStatement, CrashResult } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { livelyWindow } from "./lively-window.ts";
import { steppedPath } from "./stepped-path.ts";

type Set = Readonly<Record<string, string | number>>;

const crash = livelyWindow("black-thursday-2020");
const DESKS = { "hedger.desk": "strangle", "hedger.insurance": "synthetic-put" } as const;

const run = (scenario: Scenario, set: Set): Promise<CrashResult> =>
  runCrash({ scenario, engine: "twin", set: { "run.blocks": 300, "hedger.interval": 7, ...set } });
function bookOf({ statement }: CrashResult, name: BookName): BookStatement {
  const found = statement.find(({ book }) => book === name);
  if (found === undefined) throw new Error(`no book ${name}`);
  return found;
}

describe("engine: hedgers who reckon by an index of last trades", () => {
  it("make nothing else of the run, and the mistake is a line, exact but for what it costs to trade", async () => {
    const [before, after] = [await run(crash, DESKS), await run(crash, { ...DESKS, "hedger.indexStaleness": 0.9 })];
    expect(after.series.priceE8).to.deep.equal(before.series.priceE8);
    expect(after.swaps).to.deep.equal(before.swaps);
    for (const name of ["option-twin", "short-straddle", "desk", "insurer"] as const) {
      const [was, is] = [bookOf(before, name), bookOf(after, name)];
      for (const [line, value] of Object.entries(is.lines))
        if (line !== "staleMark" && line !== "execution" && line !== "rounding")
          expect(value, `${name} ${line}`).to.be.closeTo(was.lines[line as LineName], 1e-9 * was.startCapital);
      expect(Math.abs(is.lines.staleMark), name).to.be.above(1);
      const cost = is.lines.execution - was.lines.execution;
      expect(is.total - was.total, name).to.be.closeTo(is.lines.staleMark + cost, 1e-8 * was.startCapital);
    }
  });

  it("are not those of a liquidity position, who read its reserves", async () => {
    const [before, after] = [await run(crash, {}), await run(crash, { "hedger.indexStaleness": 0.99 })];
    expect(after.series.netBaseLpHedge).to.deep.equal(before.series.netBaseLpHedge);
    expect(after.series.netBaseTwinHedge).not.to.deep.equal(before.series.netBaseTwinHedge);
    const [was, is] = [bookOf(before, "hedged-lp"), bookOf(after, "hedged-lp")];
    expect(is.total).to.equal(was.total);
    expect(is.lines.staleMark).to.be.closeTo(0, 1e-9 * was.startCapital);
  });

  it("by hand: a price of 200, 100, 50 and an index of 200, 141, 84; the twin is short what its claim would have at the index", async () => {
    const result = await run(steppedPath(200, 100, 50), { "hedger.interval": 1, "hedger.indexStaleness": 0.5 });
    const { startCapital, lines } = bookOf(result, "option-twin");
    // ½·capital/√(200·index) base, but for seconds of theta.
    const held = (index: number): number => startCapital / 2 / Math.sqrt(200 * index);
    const index = Math.sqrt(200 * 100);
    const sold = result.series.netBaseTwinHedge;
    expect(sold[1]! / -held(index)).to.be.closeTo(1, 1e-6);
    expect(sold[2]! / -held(Math.sqrt(index * 50))).to.be.closeTo(1, 1e-6);
    // Too little was sold when the price was 100, and it fell by 50 more.
    expect(lines.staleMark / ((held(100) - held(index)) * -50)).to.be.closeTo(1, 1e-5);
  });

  it("by hand: an insurer in proportions buys as much as its cushion allows at the index, of a value at the price", async () => {
    const set = { "hedger.interval": 1, "hedger.insurance": "cppi", "hedger.multiple": 2, "hedger.indexStaleness": 0.5, "market.cost": 0 };
    const { startCapital, lines } = bookOf(await run(steppedPath(200, 190, 180), set), "insurer");
    const [first, index] = [(0.2 * startCapital) / 200, Math.sqrt(200 * 190)];
    const cushion = 0.1 * startCapital - 10 * first;
    const [atPrice, atIndex] = [(2 * cushion) / 190, (2 * cushion) / index];
    expect(lines.exposure).to.be.closeTo(-10 * (first + atPrice), 1e-3);
    expect(lines.staleMark).to.be.closeTo(-10 * (atIndex - atPrice), 1e-3);
  });

  it("are late by θ/(1 − θ) blocks: in a straight fall that is what as old a mark loses them", async () => {
    const fall = steppedPath(...Array.from({ length: 200 }, (_, i) => 200 * Math.exp(-0.002 * i)));
    const [stale, old] = [
      await run(fall, { "hedger.interval": 1, "hedger.indexStaleness": 0.75 }),
      await run(fall, { "hedger.interval": 1, "hedger.markAge": 3 }),
    ];
    for (const name of ["option-twin", "short-straddle"] as const) {
      const [one, other] = [bookOf(stale, name).lines.staleMark, bookOf(old, name).lines.staleMark];
      expect(one).to.be.below(-1);
      expect(one / other, name).to.be.closeTo(1, 0.05);
    }
  });

  it("take Leland's delta at the index too", async () => {
    const set = { "hedger.policy": "leland", "hedger.interval": 1 } as const;
    const [before, after] = [await run(crash, set), await run(crash, { ...set, "hedger.indexStaleness": 0.9 })];
    const [was, is] = [bookOf(before, "option-twin"), bookOf(after, "option-twin")];
    expect(Math.abs(is.lines.staleMark)).to.be.above(1);
    const cost = is.lines.execution - was.lines.execution;
    expect(is.total - was.total).to.be.closeTo(is.lines.staleMark + cost, 1e-8 * was.startCapital);
  });
});
