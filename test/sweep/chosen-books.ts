import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import type { SweepSummary } from "../../src/core/sweep-summary.ts";
import { runCrash } from "../../src/crash.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { measuredColumns } from "../../src/sweep/chunks/part-columns.ts";
import { openThreads } from "../../src/sweep/chunks/open-threads.ts";
import { planSweep } from "../../src/sweep/plan/plan-sweep.ts";
import type { SweepPlan } from "../../src/sweep/plan/plan.ts";
import { runSweep, SWEEP_WORKER } from "../../src/sweep.ts";
import { makeWorkplace, type Workplace } from "../plugin/workplace.ts";
import { filesBelow, runSmall } from "./run-small.ts";
import { walkedHere } from "./walked-here.ts";

const PATHS = 60;
const AXES = [
  { key: "hedger.desk", values: ["none", "call", "iron-condor"] },
  { key: "hedger.insurance", values: ["none", "synthetic-put", "cppi"] },
];
const FIXED = ["hold", "lp", "hedged-lp", "option-twin", "short-straddle"] as const;

function planOf(axes: typeof AXES, set: Readonly<Record<string, unknown>> = {}): SweepPlan {
  const plan = planSweep({ scenario: findScenario("heston"), seed: 3, paths: PATHS, axes, set: { "process.days": 0.05, ...set } });
  return { ...plan, pathsPerChunk: 13 };
}

const rejection = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.fail("it went through"),
    (error: unknown) => error as Error,
  );

describe("sweep: a chosen desk and an insurer", () => {
  const plan = planOf(AXES);
  let place: Workplace;
  let summary: SweepSummary;
  let ask: (query: string) => Promise<Record<string, unknown>[]>;
  let close: () => void;

  before(async () => {
    place = await makeWorkplace();
    summary = await runSmall(plan, join(place.root, "out"));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    ask = async (query) =>
      (await connection.runAndReadAll(query.replaceAll("PARTS", `'${place.root}/out/parts/*.parquet'`))).getRowObjectsJS();
  });
  after(async () => {
    close();
    await place.remove();
  });

  it("are columns of every part, and null in cells that have none", async () => {
    const columns = await ask("DESCRIBE SELECT * FROM PARTS");
    const names = columns.map((each) => each["column_name"]);
    expect(names).to.deep.equal(["path", "hedger.desk", "hedger.insurance", ...measuredColumns(plan.books)]);
    expect(names).to.include.members(["desk.bleed", "desk.trades", "insurer.replication"]);
    const [counts] = await ask(`SELECT count(*)::INT AS rows,
      count(*) FILTER (("hedger.desk" = 'none') = ("desk.total" IS NULL))::INT AS desks,
      count(*) FILTER (("hedger.desk" = 'none') = ("desk.trades" IS NULL))::INT AS trades,
      count(*) FILTER (("hedger.insurance" = 'none') = ("insurer.total" IS NULL))::INT AS insurers,
      count("lp.total")::INT AS lps FROM PARTS`);
    const rows = 9 * PATHS;
    expect(counts).to.deep.equal({ rows, desks: rows, trades: rows, insurers: rows, lps: rows });
  });

  it("are among a cell's books where it has them, with the statistics of their own rows", async () => {
    for (const { at, books } of summary.cells) {
      const [desk, insurance] = at as readonly string[];
      const chosen = [...(desk === "none" ? [] : ["desk"]), ...(insurance === "none" ? [] : ["insurer"])];
      expect(books.map(({ book }) => book)).to.deep.equal([...FIXED, ...chosen]);
      for (const { book, measures, histogram } of books) {
        for (const measure of ["total", "bleed", "replication", "trades"] as const) {
          const column = `"${book}.${measure}"`;
          const [found] = await ask(
            `SELECT avg(${column}) AS mean, min(${column}) AS least, max(${column}) AS greatest, count(${column})::INT AS count
             FROM PARTS WHERE "hedger.desk" = '${desk ?? ""}' AND "hedger.insurance" = '${insurance ?? ""}'`,
          );
          const { mean, least, greatest } = measures[measure];
          const where = `${book}.${measure} at ${at.join(", ")}`;
          expect(found?.["count"], where).to.equal(PATHS);
          expect([found?.["least"], found?.["greatest"]].map(Number), where).to.deep.equal([least, greatest]);
          expect(Number(found?.["mean"]), where).to.be.closeTo(mean, 1e-9 * Math.max(1, Math.abs(least), Math.abs(greatest)));
        }
        expect(histogram.counts.reduce((sum, count) => sum + count, histogram.below + histogram.above)).to.equal(PATHS);
      }
    }
  });

  it("are compared with every other book of their cell, on the same paths", async () => {
    const cell = summary.cells.find(({ at }) => at.join() === "call,cppi");
    const pairs = cell?.differences.map(({ book, minus }) => [book, minus].sort().join(" and ")) ?? [];
    expect(new Set(pairs).size).to.equal((7 * 6) / 2);
    expect(pairs).to.have.length((7 * 6) / 2);
    for (const [book, minus] of [
      ["hedged-lp", "desk"],
      ["insurer", "desk"],
      ["insurer", "hold"],
    ] as const) {
      const [found] = await ask(`SELECT avg("${book}.total" - "${minus}.total") AS mean,
        stddev_samp("${book}.total" - "${minus}.total") / sqrt(count(*)) AS error FROM PARTS WHERE "hedger.desk" = 'call' AND "hedger.insurance" = 'cppi'`);
      const total = cell?.differences.find((each) => each.book === book && each.minus === minus)?.lines.total;
      expect(Number(found?.["mean"])).to.be.closeTo(total?.mean ?? NaN, 1e-9 * (cell?.startCapital ?? NaN));
      expect(Number(found?.["error"]) / (total?.standardError ?? NaN)).to.be.closeTo(1, 1e-9);
    }
    expect(summary.cells[0]?.differences).to.have.length((5 * 4) / 2);
  });

  it("change nothing of the others, and those without them nothing of a sweep that has none at all", async () => {
    const bare = await runSmall(planOf([]), join(place.root, "bare"));
    const [alone] = bare.cells;
    for (const { books, differences } of summary.cells) {
      for (const [i, { book, measures }] of books.slice(0, 5).entries()) {
        expect(book).to.equal(alone?.books[i]?.book);
        expect(measures).to.deep.equal(alone?.books[i]?.measures);
      }
      for (const [i, each] of (alone?.differences ?? []).entries()) expect(differences[i]).to.deep.equal(each);
    }
    expect(bare.cells[0]?.books.map(({ book }) => book)).to.deep.equal(FIXED);
  });

  it("are called as in a run's statement", async () => {
    for (const set of [
      { "hedger.desk": "iron-condor", "hedger.deskSide": "long", "hedger.insurance": "cppi" },
      { "hedger.desk": "strip", "hedger.insurance": "synthetic-put" },
    ]) {
      const { statement } = await runCrash({ scenario: "calm-day", engine: "twin", set: { "run.blocks": 3, ...set } });
      const own = await runSweep({ scenario: "gbm", paths: 2, workers: 1, set: { "process.days": 0.01, ...set } });
      expect(own.cells[0]?.books.map(({ book, title }) => [book, title])).to.deep.equal(statement.map(({ book, title }) => [book, title]));
    }
  });

  it("are walked by the twin as well, in threads of their own", async () => {
    const twin = await runSweep({
      scenario: "gbm",
      engine: "twin",
      paths: 3,
      workers: 2,
      axes: { "hedger.desk": ["none", "put"] },
      set: { "process.days": 0.02, "hedger.insurance": "cppi" },
    });
    expect(twin.cells.map(({ books }) => books.map(({ book }) => book).slice(5))).to.deep.equal([["insurer"], ["desk", "insurer"]]);
    for (const { books } of twin.cells) for (const { measures } of books.slice(5)) expect(measures.execution.mean).to.be.below(0);
  });

  it("leave the same bytes in threads, and after an abort", async () => {
    const before = await filesBelow(join(place.root, "out"));
    await runSmall(plan, join(place.root, "threads"), { openPool: (job) => openThreads(job, 2, SWEEP_WORKER) });
    expect(await filesBelow(join(place.root, "threads"))).to.deep.equal(before);
    const stop = new AbortController();
    const again = join(place.root, "again");
    const openPool = (job: Parameters<typeof walkedHere>[0]): ReturnType<typeof walkedHere> =>
      walkedHere(job, 1, (chunk) => {
        if (chunk === 2) stop.abort(new Error("stopped"));
      });
    await rejection(runSmall(plan, again, { signal: stop.signal, openPool }));
    const notices: string[] = [];
    await runSmall(plan, again, { mode: "resume", onNotice: (sentence) => notices.push(sentence) });
    expect(notices).to.deep.equal([]);
    expect(await filesBelow(again)).to.deep.equal(before);
  });

  it("keep an unfinished sweep from going on with other books, or without the columns that it has", async () => {
    const folder = join(place.root, "other");
    const stop = new AbortController();
    const openPool = (job: Parameters<typeof walkedHere>[0]): ReturnType<typeof walkedHere> =>
      walkedHere(job, 1, (chunk) => {
        if (chunk === 1) stop.abort(new Error("stopped"));
      });
    await rejection(runSmall(planOf([], { "hedger.desk": "call" }), folder, { signal: stop.signal, openPool }));
    const wrong = planOf([], { "hedger.desk": "call" });
    for (const [other, difference] of [
      [planOf([], { "hedger.desk": "put" }), 'settings.hedger.desk is "call" there and "put" here'],
      [planOf([]), 'settings.hedger.desk is "call" there and "none" here'],
      [planOf([], { "hedger.desk": "call", "hedger.insurance": "cppi" }), 'settings.hedger.insurance is "none" there and "cppi" here'],
      [{ ...wrong, books: FIXED }, "columns is "],
    ] as const) {
      const error = await rejection(runSmall(other, folder, { mode: "resume" }));
      expect(error).to.include({ code: "SWEEP_OTHER_SETTINGS" });
      expect(error.message).to.include(difference);
    }
  });
});
