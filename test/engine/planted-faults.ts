import { expect } from "chai";
import { describe, it } from "mocha";
import { COINBASE } from "../../src/core/account-names.ts";
import { CrashError, IdentityError } from "../../src/core/errors.ts";
import { soundParts } from "../../src/engine/parts.ts";
import { BURN } from "../../src/ledger/accounts.ts";
import { behindTheBack, donate, flippedGamma, gasWithout, giveEther, overlookedSwap, overstated, reordered, wrapEther } from "./faults.ts";
import { livelyWindow } from "./lively-window.ts";
import { type Changes, runWorld } from "./run-world.ts";

/** Where a fault is planted that is not there from the start. */
const BLOCK = 5;
/** Several swaps in every block, none of which fails. */
const SETTINGS = {
  "run.blocks": 12,
  "mempool.blockProcess": "fixed",
  "agents.turnover": 20,
  "agents.slippageTolerance": 0.5,
  "mempool.gasPrices": "constant",
};

interface Fault {
  readonly what: string;
  readonly changes: Changes;
  readonly trips: 1 | 2 | 3 | 4 | "LEDGER_SWAP_DIFFERS";
  /** Block that the identity names. */
  readonly block: number;
  readonly set?: Readonly<Record<string, unknown>>;
}

const faults: readonly Fault[] = [
  { what: "a dropped tip", changes: { parts: gasWithout(COINBASE) }, trips: 3, block: 1 },
  { what: "a burn that is not booked", changes: { parts: gasWithout(BURN) }, trips: 4, block: 1, set: { "mempool.fees": "eip-1559" } },
  {
    what: "gas charged twice",
    changes: { parts: { gasPostings: (...args) => [...soundParts.gasPostings(...args), ...soundParts.gasPostings(...args)] } },
    trips: 3,
    block: 1,
  },
  {
    what: "a flipped gamma in both claims",
    changes: {
      parts: {
        squareRootClaim: (...args) => flippedGamma(soundParts.squareRootClaim(...args)),
        straddle: (...args) => flippedGamma(soundParts.straddle(...args)),
      },
    },
    trips: 1,
    block: 1,
  },
  {
    what: "a flipped gamma in the straddle alone",
    changes: { parts: { straddle: (...args) => flippedGamma(soundParts.straddle(...args)) } },
    trips: 1,
    block: 1,
  },
  { what: "the reserves after the trade in the exposure", changes: { parts: { exposedPool: (_, after) => after } }, trips: 2, block: 1 },
  { what: "a skipped swap", changes: overlookedSwap(BLOCK), trips: 2, block: BLOCK },
  { what: "a mint after genesis: ETH out of nothing", changes: behindTheBack(BLOCK, giveEther), trips: 3, block: BLOCK },
  { what: "a mint after genesis: ETH wrapped unasked", changes: behindTheBack(BLOCK, wrapEther), trips: 3, block: BLOCK },
  { what: "a donation to the pair", changes: behindTheBack(BLOCK, donate), trips: 3, block: BLOCK },
  {
    what: "a venue that reports one smallest unit too much",
    changes: { execute: async (execute, env, ordered) => overstated(await execute(env, ordered)) },
    trips: "LEDGER_SWAP_DIFFERS",
    block: 1,
  },
  {
    what: "a venue that executes another order than it was given",
    changes: { execute: reordered },
    trips: "LEDGER_SWAP_DIFFERS",
    block: 1,
    // An arbitrage that comes too late fails, and a failure that comes first or last is the same.
    set: { "agents.arbitrageurs": 0 },
  },
  {
    what: "a venue that reports a transaction as failed that was not",
    changes: {
      execute: async (execute, env, ordered) => {
        const outcomes = await execute(env, ordered);
        return env.number < BLOCK
          ? outcomes
          : outcomes.map((each, i) => (i === outcomes.length - 1 ? { ...each, success: false, reason: "" } : each));
      },
    },
    trips: 2,
    block: BLOCK,
  },
];

describe("engine: a planted fault trips a named identity", () => {
  const scenario = livelyWindow("black-thursday-2020");

  it("without a fault the same run passes", async () => {
    const run = await runWorld(scenario, 1, SETTINGS);
    expect(Math.min(...Array.from({ length: 12 }, (_, i) => run.swaps.block.filter((block) => block === i + 1).length))).to.be.above(1);
    expect(run.engine.gas.map(({ kind }) => kind)).not.to.include("trade, reverted");
  });

  for (const { what, changes, trips, block, set } of faults) {
    it(`${what}: ${typeof trips === "number" ? `identity ${trips} in block ${block}` : trips}`, async () => {
      const blocks: number[] = [];
      const error: unknown = await runWorld(
        scenario,
        1,
        { ...SETTINGS, ...set },
        { ...changes, world: { onBlock: (each) => blocks.push(each) } },
      ).then(
        () => expect.fail("nothing noticed"),
        (reason: unknown) => reason,
      );
      if (!(error instanceof CrashError)) throw error;
      expect(error.code, error.message).to.equal(typeof trips === "number" ? `IDENTITY_${trips}` : trips);
      if (error instanceof IdentityError)
        expect({ identity: error.identity, block: error.block }).to.deep.equal({ identity: trips, block });
      expect(blocks, "blocks that passed").to.have.length(block - 1);
    });
  }
});
