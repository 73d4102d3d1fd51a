import { expect } from "chai";
import { describe, it } from "mocha";
import { hedgersPrices } from "../../src/engine/hedgers-prices.ts";
import { momentOf } from "../../src/engine/moment.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";

const SEEDS = 41;
const monday = findScenario("black-monday-1987");

/** Of a future, by how much it stands below something, as a share of it. */
interface Day {
  /** Below the price, and below the index of last trades, at the close. */
  readonly price: number;
  readonly index: number;
  /** The most of both, in the day. */
  readonly mostOfPrice: number;
  readonly mostOfIndex: number;
}

function daysOf(staleness: number, seed: number): Readonly<Record<string, Day>> {
  const settings = resolveSettings(monday, { "market.futuresDiscount": 0.515, "hedger.indexStaleness": staleness });
  const track = drawPath(monday, settings, seed);
  const prices = hedgersPrices(settings);
  const days: Record<string, Day> = {};
  let basis = 0;
  for (let block = 1; block < track.times.length; block += 1) {
    const moment = momentOf(track, block);
    const seen = prices(moment);
    basis += seen.basisMove;
    const date = new Date(moment.time * 1000).toISOString().slice(0, 10);
    if (date > "1987-10-20") break;
    const [price, index] = [-basis / moment.to, 1 - (moment.to + basis) / seen.index];
    const before = days[date];
    days[date] = {
      price,
      index,
      mostOfPrice: Math.max(price, before?.mostOfPrice ?? 0),
      mostOfIndex: Math.max(index, before?.mostOfIndex ?? 0),
    };
  }
  return days;
}

/** Lowest, median and highest over the seeds, per cent with one digit. */
function overSeeds(staleness: number, measure: (days: ReturnType<typeof daysOf>) => number): readonly [string, string, string] {
  const found = Array.from({ length: SEEDS }, (_, i) => 100 * measure(daysOf(staleness, i + 1))).sort((a, b) => a - b);
  return [found[0]!, found[(SEEDS - 1) / 2]!, found.at(-1)!].map((each) => each.toFixed(1)) as [string, string, string];
}

describe("black-monday-1987: futures below the price", () => {
  const said = monday.calibration.join(" ");

  it("10.4 % at the close of the 19th with market.futuresDiscount=0.515, as is said, and as the future of December was", () => {
    const [low, median, high] = overSeeds(0, (days) => days["1987-10-19"]!.price);
    expect(median).to.equal("10.4");
    expect(said).to.include(`market.futuresDiscount=0.515`);
    expect(said).to.include(`${median} % below the price at the close of the 19th, in the median of ${SEEDS} seeds (${low} to ${high})`);
  });

  it("on the days beside it not what it was, as is said too", () => {
    const [, friday] = overSeeds(0, (days) => days["1987-10-16"]!.price);
    const [, tuesday] = overSeeds(0, (days) => days["1987-10-20"]!.mostOfPrice);
    expect(said).to.include(`at the close of the 16th it says ${friday} %, and on the 20th at most ${tuesday} %, in the median`);
  });

  it("more below an index of last trades, as is said", () => {
    const [, close] = overSeeds(0.9, (days) => days["1987-10-19"]!.index);
    const [, most] = overSeeds(0.9, (days) => days["1987-10-20"]!.mostOfIndex);
    expect(said).to.include(`by ${close} % at the close of the 19th and by up to ${most} % on the 20th`);
  });

  it("none unless they are asked for", () => {
    const { market, hedger } = resolveSettings(monday);
    expect([market.futuresDiscount, hedger.indexStaleness]).to.deep.equal([0, 0]);
  });
});
