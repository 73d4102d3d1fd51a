import { expect } from "chai";
import { describe, it } from "mocha";
import type { Chart } from "../../../src/report/charts/chart.ts";
import { kindDot } from "../../../src/report/mev/kind-dot.ts";
import { kindWords } from "../../../src/report/mev/kind-words.ts";
import { toneDash } from "../../../src/report/page/tone.ts";
import { bookCharts } from "../../../src/report/run/charts-books.ts";
import { crashCharts } from "../../../src/report/run/charts-crash.ts";
import { flowCharts, recordedCharts } from "../../../src/report/run/charts-flow.ts";
import { poolCharts } from "../../../src/report/run/charts-pool.ts";
import { makeResult } from "../fixture.ts";

const result = makeResult({ chosen: true });
const charts: readonly Chart[] = [
  ...crashCharts(result),
  ...bookCharts(result),
  ...poolCharts(result),
  ...flowCharts(result),
  ...(result.recordedPool === null ? [] : recordedCharts(result.recordedPool)),
];

describe("whoever sees no colours", () => {
  for (const { id, lines } of charts) {
    it(`tells the lines of ${id} apart`, () => {
      const looks = lines.map(({ tone, weight = "thin" }) => (weight === "thin" ? toneDash[tone].join(" ") : weight));
      expect(new Set(looks).size, looks.join(" | ")).to.equal(lines.length);
    });
  }

  it("tells kinds of extraction apart", () => {
    const shapes = Object.keys(kindWords).map((kind) => / d="([^"]*)"/.exec(kindDot(kind).markup)?.[1]);
    expect(new Set(shapes).size).to.equal(4);
  });
});
