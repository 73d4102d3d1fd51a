import { expect } from "chai";
import { describe, it } from "mocha";
import type { CrashResult } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { expectTwinGives } from "../differential/expect-twin-gives.ts";
import { expectIdentities } from "./expect-identities.ts";

type Set = Readonly<Record<string, string | number>>;

const covid = findScenario("covid-2020");
const DAYS = ["2020-03-09", "2020-03-12", "2020-03-16", "2020-03-18"] as const;

/** Date and hour as a clock in New York shows them. */
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "medium" });
const inNewYork = (time: number): string => clock.format(new Date(time * 1000));

/** The crash, from the session of one day to that of another. */
function between(first: string, last: string): Scenario {
  if (covid.market.kind !== "sessions") throw new Error("no sessions");
  const sessions = covid.market.sessions.filter(({ time }) => {
    const day = inNewYork(time).slice(0, 10);
    return first <= day && day <= last;
  });
  return { ...covid, from: sessions[0]!.time, to: sessions.at(-1)!.closesAt, market: { kind: "sessions", sessions } };
}

const march = between("2020-03-06", "2020-03-19");
const run = (scenario: Scenario | string, set: Set = {}): Promise<CrashResult> =>
  runCrash({ scenario, engine: "twin", set: { "hedger.interval": 1, "market.circuitBreakers": "recorded", ...set } });

/** Places of the blocks that a clock in New York shows at these times. */
const blocksAt = ({ series }: CrashResult, times: readonly string[]): readonly number[] =>
  times.map((time) => series.time.findIndex((each) => inNewYork(each) === time));

describe("engine: halts as they were", () => {
  it("each is a quarter of an hour of its day, in New York's summer time, from the minute that is known", () => {
    const halts = covid.halts ?? [];
    expect(halts.map(({ from }) => inNewYork(from))).to.deep.equal([
      "2020-03-09 09:34:13",
      "2020-03-12 09:35:44",
      "2020-03-16 09:30:00",
      "2020-03-18 12:56:17",
    ]);
    expect(halts.map(({ to }) => inNewYork(to))).to.deep.equal([
      "2020-03-09 09:49:13",
      "2020-03-12 09:50:44",
      "2020-03-16 09:45:01",
      "2020-03-18 13:11:17",
    ]);
    // Winter time ended on the 8th: the bell of the Friday before is an hour later by universal time.
    const bells = march.market.kind === "sessions" ? march.market.sessions.slice(0, 2).map(({ time }) => time) : [];
    expect(bells.map((bell) => new Date(bell * 1000).toISOString())).to.deep.equal([
      "2020-03-06T14:30:00.000Z",
      "2020-03-09T13:30:00.000Z",
    ]);
  });

  it("stop hedges in seven blocks of ten minutes, the bell of 16 March among them, and nowhere else; the pool goes on", async () => {
    const set = { "agents.turnover": 1 };
    const [on, off] = [await run(march, set), await run(march, { ...set, "market.circuitBreakers": "off" })];
    const halted = blocksAt(on, [
      `${DAYS[0]} 09:40:00`,
      `${DAYS[1]} 09:40:00`,
      `${DAYS[1]} 09:50:00`,
      `${DAYS[2]} 09:30:00`,
      `${DAYS[2]} 09:40:00`,
      `${DAYS[3]} 13:00:00`,
      `${DAYS[3]} 13:10:00`,
    ]);
    expect(halted).not.to.include(-1);
    expect(on.crash.haltedBlocks).to.equal(halted.length);
    // A straddle's hedge trades in every block in which it can.
    const held = on.series.netBaseStraddleHedge;
    const still = held.map((_, block) => block).filter((block) => block > 0 && held[block] === held[block - 1]);
    expect(still).to.deep.equal(halted);
    expect(off.crash.haltedBlocks).to.equal(0);
    // Nobody can close an arbitrage there, but who trades with the pool for his own reasons goes on.
    const sendersIn = (result: CrashResult): ReadonlySet<string> =>
      new Set(halted.flatMap((block) => result.swaps.sender.filter((_, i) => result.swaps.block[i] === block)));
    expect([...sendersIn(on)]).to.deep.equal(["trader"]);
    expect([...sendersIn(off)]).to.include("arbitrageur");
    expect(halted.filter((block) => on.swaps.block.includes(block))).to.deep.equal(halted);
    expectIdentities(on, on.crash.blocks);
  });

  it("make gaps of the moves in them, which were curvature before, and cost nothing else", async () => {
    const set = { "market.cost": 0 };
    const [on, off] = [await run(march, set), await run(march, { ...set, "market.circuitBreakers": "off" })];
    const linesOf = ({ statement }: CrashResult) => statement.find(({ book }) => book === "option-twin")!.lines;
    const [was, is] = [linesOf(off), linesOf(on)];
    expect(is.gap - was.gap).to.be.below(-20);
    expect(is.gap - was.gap).to.be.closeTo(was.bleed + was.higherOrder - is.bleed - is.higherOrder, 1e-6);
    expect(is.exposure - was.exposure, "what was not hedged meanwhile").not.to.be.closeTo(0, 1);
    for (const line of ["premium", "vega", "execution"] as const) expect(is[line], line).to.equal(was[line]);
  });

  it("are told as what was, and not as what would have been", async () => {
    const { scenario, findings } = await run(march);
    expect(scenario.thoughtExperiment).to.equal(covid.thoughtExperiment);
    const finding = findings.find(({ id }) => id === "halted");
    expect(finding?.sentence).to.match(
      /^The reference market stood still when its exchange did, in 7 of \d+ blocks, and the pool went on\. /,
    );
    expect(finding?.value).to.equal(7);
    expect(scenario.calibration.join(" ")).to.include("09:34 on 9 March, 09:35 on 12 March, 09:30 on 16 March and 12:56 on 18 March 2020");
  });

  it("none is on record in 1987: nothing is stopped, and the run says so", async () => {
    const { crash, findings, scenario } = await run("black-monday-1987", { "run.blocks": 60 });
    expect(crash.haltedBlocks).to.equal(0);
    expect(findings.find(({ id }) => id === "halted")?.sentence).to.include("never stood still");
    expect(scenario.calibration.join(" ")).to.include("Halts: the whole market never stood still in these sessions");
    expect(scenario.thoughtExperiment).not.to.include("counterfactual");
    const { findings: silent } = await run("black-monday-1987", { "run.blocks": 60, "market.circuitBreakers": "off" });
    expect(silent.map(({ id }) => id)).not.to.include("halted");
  });

  it("stop finer blocks to the second", async () => {
    const { crash } = await run(between(DAYS[0], DAYS[0]), { "mempool.blockSeconds": 60, "run.blocks": 60 });
    // 09:35 to 09:49.
    expect(crash.haltedBlocks).to.equal(15);
  });

  it("the chain gives what the twin does", async () => {
    const options = {
      scenario: between(DAYS[1], DAYS[1]),
      seed: 2,
      set: { "market.circuitBreakers": "recorded", "run.blocks": 8, "hedger.interval": 1 },
    };
    const result = await runCrash(options);
    expect(result.crash.haltedBlocks).to.equal(2);
    await expectTwinGives(result, options);
  });
});
