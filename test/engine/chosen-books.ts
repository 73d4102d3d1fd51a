import { expect } from "chai";
import { describe, it } from "mocha";
import { bookColumn } from "../../src/core/book-column.ts";
import { InputError } from "../../src/core/errors.ts";
import type { BookStatement, CrashResult } from "../../src/core/result.ts";
import { costPerGamma } from "../../src/ledger/comparison/cost-per-gamma.ts";
import { runCrash } from "../../src/crash.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";
import { steppedPath } from "./stepped-path.ts";

type Set = Readonly<Record<string, unknown>>;

const BLOCKS = 120;
const window = livelyWindow("black-thursday-2020");
const run = (set: Set, scenario: Scenario = window): Promise<CrashResult> =>
  runCrash({ scenario, engine: "twin", set: { "run.blocks": BLOCKS, "hedger.interval": 1, ...set } });
const bookOf = ({ statement }: CrashResult, name: string): BookStatement => {
  const found = statement.find(({ book }) => book === name);
  if (found === undefined) throw new Error(`no book ${name}`);
  return found;
};

describe("engine: books by choice", () => {
  it("are not there unless they are asked for", async () => {
    const { statement, flow } = await run({});
    expect(statement.map(({ book }) => book)).not.to.include.members(["desk", "insurer"]);
    expect(flow.map(({ participant }) => participant)).not.to.include.members(["desk", "insurer"]);
  });

  for (const desk of ["call", "put", "straddle", "strangle", "iron-condor", "strip"]) {
    for (const model of ["black-scholes", "merton", "heston"]) {
      it(`a desk in a ${desk} under ${model}: its lines add up, and a hedge in every block leaves it no direction`, async () => {
        const result = await run({ "hedger.desk": desk, "hedger.model": model, "run.blocks": 20 });
        expectIdentities(result, 20);
        const book = bookOf(result, "desk");
        expect(Math.abs(book.lines.exposure)).to.be.below(0.02 * Math.abs(bookOf(result, "lp").lines.exposure));
        expect(result.flow.map(({ participant }) => participant)).to.include("desk");
      });
    }
  }

  it("a straddle matched by dollar gamma is the short straddle that is always there, to the last bit of every line", async () => {
    const result = await run({ "hedger.desk": "straddle" });
    expect(bookOf(result, "desk").lines).to.deep.equal(bookOf(result, "short-straddle").lines);
  });

  it("who is long gains what who is short loses, but for costs", async () => {
    const [short, long] = [
      await run({ "hedger.desk": "strangle", "market.cost": 0 }),
      await run({ "hedger.desk": "strangle", "hedger.deskSide": "long", "market.cost": 0 }),
    ];
    expect(bookOf(long, "desk").total + bookOf(short, "desk").total).to.be.closeTo(0, 1e-2);
  });

  it("sold at the option twin's vega, a strip is as good as the twin itself", async () => {
    const result = await run({ "hedger.desk": "strip", "hedger.deskSize": "vega", "hedger.deskWidth": 0.45 });
    const [desk, twin] = [bookOf(result, "desk"), bookOf(result, "option-twin")];
    expect(desk.lines.bleed / twin.lines.bleed).to.be.closeTo(1, 0.03);
    expect(desk.lines.premium / twin.lines.premium).to.be.closeTo(1, 0.03);
  });

  it("an insurer who trades in every block of a quiet path keeps what its put would have kept", async () => {
    const fall = steppedPath(...Array.from({ length: 600 }, (_, i) => 200 * Math.exp(-0.0004 * i)));
    const result = await run(
      { "hedger.insurance": "synthetic-put", "hedger.expiryDays": 0.083, "market.cost": 0, "run.blocks": 599 },
      fall,
    );
    const { lines, total, startCapital } = bookOf(result, "insurer");
    expect(bookOf(result, "hold").total, "half in base").to.be.below(-0.09 * startCapital);
    expect(total, "all of it would have lost 21 %").to.be.above(-0.105 * startCapital);
    expect(Math.abs(lines.replication + lines.premium)).to.be.below(0.03 * startCapital);
  });

  it("over a gap an insurer has sold too late, and the shortfall against its put is a line", async () => {
    const result = await run({ "hedger.insurance": "synthetic-put", "market.cost": 0 }, steppedPath(200, 200, 100, 100));
    const { lines, total, startCapital } = bookOf(result, "insurer");
    expect(total).to.be.below(-0.1 * startCapital);
    const put = lines.exposure + lines.premium + lines.bleed + lines.higherOrder;
    expect(put, "the put would have kept the floor, but for its time value").to.be.within(-0.101 * startCapital, -0.08 * startCapital);
    expect(lines.replication).to.be.closeTo(total - put, 1e-3);
  });

  it("have columns like the other books: worth the capital at the start, the total at the end, and the worst on the way", async () => {
    for (const insurance of ["synthetic-put", "cppi"]) {
      const result = await run({ "hedger.desk": "strangle", "hedger.insurance": insurance });
      for (const name of ["desk", "insurer"] as const) {
        const { startCapital, total, worst } = bookOf(result, name);
        const value = bookColumn(result.series, name, "value") ?? [];
        expect(value, name).to.have.length(BLOCKS + 1);
        expect((value.at(-1) ?? NaN) - startCapital, name).to.be.closeTo(total, 1e-6);
        // Before the first block stands what opening the hedge cost.
        const least = value.slice(1).reduce((low, each) => Math.min(low, each - startCapital), 0);
        expect(least, name).to.be.closeTo(worst, 1e-6);
        const base = bookColumn(result.series, name, "netBase") ?? [];
        const flow = result.flow.find(({ participant }) => participant === name);
        expect((base.at(-1) ?? NaN) - (base[0] ?? NaN), name).to.equal(flow?.netBase);
        expect(new Set(base).size, name).to.be.above(BLOCKS / 2);
      }
    }
  });

  it("have no columns where they are not there, and those of one do not bring those of the other", async () => {
    const columns = async (set: Set): Promise<readonly string[]> => Object.keys((await run({ "run.blocks": 5, ...set })).series);
    const [none, desk, insurer] = [
      await columns({}),
      await columns({ "hedger.desk": "call" }),
      await columns({ "hedger.insurance": "cppi" }),
    ];
    expect(desk.filter((name) => !none.includes(name))).to.deep.equal(["desk", "dollarGammaDesk", "netBaseDeskHedge"]);
    expect(insurer.filter((name) => !none.includes(name))).to.deep.equal(["insurer", "dollarGammaInsurer", "netBaseInsurer"]);
    expect(desk.indexOf("desk")).to.equal(desk.indexOf("shortStraddle") + 1);
  });

  it("a straddle matched by dollar gamma has the columns of the short straddle, and one that is bought costs what theory says, the other way", async () => {
    const [sold, bought] = [await run({ "hedger.desk": "straddle" }), await run({ "hedger.desk": "straddle", "hedger.deskSide": "long" })];
    const { series } = sold;
    expect(series.desk).to.deep.equal(series.shortStraddle);
    expect(series.dollarGammaDesk).to.deep.equal(series.dollarGammaStraddle);
    expect(series.netBaseDeskHedge).to.deep.equal(series.netBaseStraddleHedge);
    expect(costPerGamma(sold, "desk")).to.be.closeTo(-0.5, 0.01);
    expect(costPerGamma(bought, "desk")).to.be.closeTo(0.5, 0.01);
    expect(costPerGamma(await run({ "hedger.insurance": "synthetic-put" }), "insurer")).to.equal(null);
  });

  it("an insurer's dollar gamma is that of the put that it makes: what its holding changes by, times price squared", async () => {
    const quiet = steppedPath(...Array.from({ length: 60 }, (_, i) => 200 * Math.exp(0.0005 * Math.sin(i))));
    const { series } = await run({ "hedger.insurance": "synthetic-put", "market.cost": 0, "run.blocks": 59 }, quiet);
    const price = series.priceE8.map((each) => each / 1e8);
    for (let i = 1; i < price.length; i += 1) {
      const [before, after] = [price[i - 1] ?? NaN, price[i] ?? NaN];
      if (Math.abs(after / before - 1) < 1e-4) continue;
      const middle = ((series.dollarGammaInsurer?.[i - 1] ?? NaN) + (series.dollarGammaInsurer?.[i] ?? NaN)) / 2;
      const bought = (series.netBaseInsurer?.[i] ?? NaN) - (series.netBaseInsurer?.[i - 1] ?? NaN);
      expect((bought / (after - before)) * before * after, `block ${i}`).to.be.closeTo(middle, 0.01 * Math.abs(middle));
    }
    const cppi = await run({ "hedger.insurance": "cppi", "run.blocks": 20 });
    expect(new Set(cppi.series.dollarGammaInsurer)).to.deep.equal(new Set([0]));
  });

  it("constant proportions break in a gap of more than one in their multiple, and only then", async () => {
    const set = { "hedger.insurance": "cppi", "hedger.multiple": 4, "hedger.floor": 0.8, "market.cost": 0 };
    const floorLeft = (book: BookStatement): number => book.total + 0.2 * book.startCapital;
    const held = bookOf(await run(set, steppedPath(200, 200, 152, 152)), "insurer");
    expect(floorLeft(held)).to.be.closeTo((1 - 4 * 0.24) * 0.2 * held.startCapital, 1);
    // It is out for good: what comes after does not reach it.
    const broken = bookOf(await run(set, steppedPath(200, 200, 148, 148, 300)), "insurer");
    expect(floorLeft(broken)).to.be.closeTo((1 - 4 * 0.26) * 0.2 * broken.startCapital, 1);
  });

  it("insurers alone feed a market that answers", async () => {
    const set = {
      "hedger.insurance": "synthetic-put",
      "hedger.mover": "insurer",
      "agents.arbitrageurs": 0,
      "market.permanentImpact": 100,
      "run.blocks": 400,
    };
    const { loop } = await runCrash({
      scenario: "gbm",
      seed: 4,
      engine: "twin",
      set: { ...set, "hedger.interval": 1, "process.volatilityPerDay": 0.3 },
    });
    expect(loop?.interval?.[0]).to.be.above(0);
    expect(loop?.reaction).to.be.above(0);
    expect(loop?.verdict).to.equal("amplifies");
  });

  it("a mover that is not there is refused, and so is a position that cannot be sized", async () => {
    for (const mover of ["desk", "insurer"]) {
      const error: unknown = await run({ "hedger.mover": mover }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(InputError).with.property("code", "MOVER_ABSENT");
    }
    const error: unknown = await run({ "hedger.desk": "call", "hedger.deskStrike": 100, "hedger.expiryDays": 0.1 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(InputError).with.property("code", "DESK_WITHOUT_SIZE");
  });
});
