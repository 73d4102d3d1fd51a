import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type Engine, watchCrash } from "../../src/crash.ts";
import { type MevRecord, MevRecorder } from "../../src/engine/mev/mev-recorder.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { mevSettings } from "../../src/scenarios/mev-settings.ts";
import type { CrashResult } from "../../src/core/result.ts";
import { anyMevSettings } from "./any-mev-settings.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";
import { howMany } from "../how-many.ts";

const RUNS = howMany(60, 200);
const BLOCKS = 30;
const NAMES = ["black-thursday-2020", "may-19-2021"] as const;

interface Watched {
  readonly crash: CrashResult;
  readonly record: MevRecord;
}

type Set = Readonly<Record<string, unknown>>;

async function watched(engine: Engine, name: string, seed: number, blocks: number, set: Set): Promise<Watched> {
  const recorder = new MevRecorder();
  const crash = await watchCrash({ scenario: livelyWindow(name), seed, engine, set: { ...set, "run.blocks": blocks } }, recorder);
  return { crash, record: recorder.report() };
}

/** What one gains another loses: each column sums to zero, in smallest units. */
function expectZeroSum({ participants }: MevRecord): void {
  for (const asset of ["base", "quote", "gas"] as const) {
    expect(participants.reduce((sum, row) => sum + BigInt(row[asset]), 0n).toString(), asset).to.equal("0");
  }
  const profits = participants.map(({ profit }) => profit);
  const size = profits.reduce((sum, each) => sum + Math.abs(each), 1);
  expect(profits.reduce((sum, each) => sum + each, 0) / size, "profits, in doubles").to.be.closeTo(0, 1e-9);
}

const anyRun = fc.record({ name: fc.constantFrom(...NAMES), seed: fc.integer({ min: 1, max: 2 ** 31 }), set: anyMevSettings });

/** How often each kind of extraction was seen. */
function count(into: Map<string, number>, { kinds }: MevRecord): void {
  for (const { kind, count: seen } of kinds) into.set(kind, (into.get(kind) ?? 0) + seen);
}

describe("engine: with searchers of every kind at work", () => {
  it(`the identities hold on the twin, and what one gains another loses (${RUNS} runs of ${BLOCKS} blocks)`, async () => {
    const seen = new Map<string, number>();
    let bundles = 0;
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ name, seed, set }) => {
        const { crash, record } = await watched("twin", name, seed, BLOCKS, set);
        expectIdentities(crash, BLOCKS);
        expectZeroSum(record);
        // The encoder refuses NaN and infinity.
        expect(encodeResult(crash)).to.be.a("string");
        count(seen, record);
        bundles += record.searchers.reduce((sum, { bundlesIncluded }) => sum + bundlesIncluded, 0);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    for (const kind of ["arbitrage", "sandwich", "back-run", "liquidation"]) expect(seen.get(kind), kind).to.be.above(10);
    expect(bundles).to.be.above(100);
  });

  it(`chain and twin give the same result and the same account of extraction (${RUNS} runs of ${BLOCKS} blocks)`, async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ name, seed, set }) => void (await expectSame(name, seed, set))),
      { numRuns: RUNS, endOnFailure: true },
    );
  }).timeout(60_000 + 10_000 * RUNS);

  for (const name of NAMES) {
    it(`the same for ${name} as a run about extraction sets it up`, async () => {
      const record = await expectSame(name, 5, {
        ...mevSettings(livelyWindow(name)),
        "agents.turnover": 20,
        "agents.traderMedian": 20_000,
      });
      const sandwiches = record.kinds.find(({ kind }) => kind === "sandwich");
      expect(sandwiches?.count).to.be.above(0);
    });
  }
});

async function expectSame(name: string, seed: number, set: Set): Promise<MevRecord> {
  const chain = await watched("chain", name, seed, BLOCKS, set);
  const twin = await watched("twin", name, seed, BLOCKS, set);
  expectIdentities(chain.crash, BLOCKS);
  expectZeroSum(chain.record);
  expect(encodeResult({ ...twin.crash, engine: chain.crash.engine })).to.equal(encodeResult(chain.crash));
  expect(twin.record).to.deep.equal(chain.record);
  return chain.record;
}
