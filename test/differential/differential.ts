import { mkdirSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { describe, it } from "mocha";
import { encodeReplay, parseReplay } from "../../src/plugin/replay-file.ts";
import { type OperationChain, openOperationChain } from "../../src/venues/chain/operation-chain.ts";
import { type Difference, firstDifference } from "../../src/venues/first-difference.ts";
import type { Observation, Sequence } from "../../src/venues/operation.ts";
import { carryOut, drawnSequences } from "./draw-sequence.ts";

/** Set them for a longer run, or to run a seed again. */
const OPERATIONS = Number(process.env["DIFFERENTIAL_OPERATIONS"] ?? 20_000);
const SEED = Number(process.env["DIFFERENTIAL_SEED"] ?? Date.now() % 2 ** 31);
/** A chain keeps every transaction in memory, so a long run takes a fresh one now and then. */
const OPERATIONS_OF_A_CHAIN = 50_000;
/** Sequences of one draw of fast-check's. */
const SEQUENCES = 25;
/** Chains side by side, each executing on a thread of its own; they take turns at the seeds. */
const LANES = 2;

/** Reasons that a long enough run must have met, those of the pair, its arithmetic, the router and our contracts. */
const REASONS = [
  "UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED",
  "UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED",
  "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT",
  "UniswapV2: INSUFFICIENT_INPUT_AMOUNT",
  "UniswapV2: INSUFFICIENT_LIQUIDITY",
  "UniswapV2: INVALID_TO",
  "UniswapV2: K",
  "UniswapV2: OVERFLOW",
  "UniswapV2Router: EXPIRED",
  "UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT",
  "UniswapV2Router: INSUFFICIENT_A_AMOUNT",
  "UniswapV2Router: INSUFFICIENT_B_AMOUNT",
  "UniswapV2Library: INSUFFICIENT_AMOUNT",
  "UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT",
  "UniswapV2Library: INSUFFICIENT_LIQUIDITY",
  "TransferHelper: TRANSFER_FROM_FAILED",
  "ds-math-sub-underflow",
  "ds-math-mul-overflow",
  "ArbitrageExecutor_BelowMinimumProfit",
  "FixedSupplyToken_InsufficientBalance",
  "reverted without a reason",
  "",
];

interface Found {
  readonly sequence: Sequence;
  readonly difference: Difference;
}

describe("differential: the bytecode and its twin, operation by operation", () => {
  /** Runs sequences of a seed on both; the smallest that shows a difference, or null. */
  async function search(
    chain: OperationChain,
    seed: number,
    change: (twin: readonly Observation[], sequence: Sequence) => readonly Observation[],
  ): Promise<Search> {
    const outcomes = new Map<string, number>();
    let operations = 0;
    let found: Found | null = null;
    await fc.check(
      fc.asyncProperty(drawnSequences, async (drawn) => {
        const { sequence, twin } = carryOut(drawn);
        const seen = await chain.run(sequence);
        operations += seen.length;
        for (const { reason } of seen) outcomes.set(reason ?? "done", (outcomes.get(reason ?? "done") ?? 0) + 1);
        const difference = firstDifference(sequence.operations, seen, change(twin, sequence));
        // The last that fails is the smallest.
        if (difference !== null) found = { sequence, difference };
        return difference === null;
      }),
      { seed, numRuns: SEQUENCES },
    );
    return { operations, outcomes, found };
  }

  /** Its share of the operations on a chain of its own, from a seed on. */
  async function agree(from: number): Promise<Pick<Search, "operations" | "outcomes">> {
    const outcomes = new Map<string, number>();
    let operations = 0;
    let seed = from;
    while (operations < OPERATIONS / LANES) {
      const most = operations + OPERATIONS_OF_A_CHAIN;
      await onChain(async (chain) => {
        for (; operations < Math.min(OPERATIONS / LANES, most); seed += LANES) {
          const next = await search(chain, seed, (twin) => twin);
          if (next.found !== null) throw new Error(report(seed, next.found));
          operations += next.operations;
          addTo(outcomes, next.outcomes);
        }
      });
    }
    return { operations, outcomes };
  }

  it(`${OPERATIONS} operations agree in every balance, the pair's memory and the reason of every refusal (seed ${SEED})`, async function () {
    this.timeout(120_000 + 10 * OPERATIONS);
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => agree(SEED + lane)));
    const operations = lanes.reduce((sum, lane) => sum + lane.operations, 0);
    const outcomes = new Map<string, number>();
    for (const lane of lanes) addTo(outcomes, lane.outcomes);
    expect((outcomes.get("done") ?? 0) / operations, "share that was carried out").to.be.within(0.5, 0.9);
    if (OPERATIONS >= 20_000) expect([...outcomes.keys()]).to.include.members(REASONS);
  });

  it("a fault is found, shrunk to what shows it, and written so that it can be replayed", async function () {
    this.timeout(120_000);
    // A twin that pays a unit too much for the second skim and later ones.
    const fault = (twin: readonly Observation[], { operations }: Sequence): readonly Observation[] => {
      const rows = operations.filter(({ op }) => op !== "wait");
      const second = rows.flatMap(({ op }, i) => (op === "skim" ? [i] : []))[1] ?? Infinity;
      return twin.map((row, i) => (i < second ? row : { ...row, values: row.values.map((value, at) => (at === 0 ? value + 1n : value)) }));
    };
    const { found } = await onChain((chain) => search(chain, 1, fault));
    const { sequence, difference } = found as unknown as Found;
    expect(difference.what).to.equal("base of trader");
    expect(BigInt(difference.twin) - BigInt(difference.chain)).to.equal(1n);
    expect(sequence.operations.map(({ op }) => op)).to.deep.equal(["add-liquidity", "skim", "skim"]);
    expect(parseReplay("a.json", encodeReplay(sequence))).to.deep.equal(sequence);
  });
});

interface Search {
  readonly operations: number;
  /** How many operations came to what: `done`, or the reason of the refusal. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly found: Found | null;
}

async function onChain<Result>(run: (chain: OperationChain) => Promise<Result>): Promise<Result> {
  const chain = await openOperationChain(network);
  try {
    return await run(chain);
  } finally {
    await chain.close();
  }
}

function addTo(outcomes: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [outcome, count] of more) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
}

/** Writes the replay file and says how to run it. */
function report(seed: number, { sequence, difference }: Found): string {
  const file = `results/replay-${seed}.json`;
  mkdirSync("results", { recursive: true });
  writeFileSync(file, encodeReplay(sequence));
  const { what, chain, twin } = difference;
  return `seed ${seed}: ${what} is ${chain} on the bytecode and ${twin} on the twin; \`npx hardhat crash replay ${file}\` runs it again`;
}
