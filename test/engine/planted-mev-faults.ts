import { expect } from "chai";
import { describe, it } from "mocha";
import { CrashError, IdentityError } from "../../src/core/errors.ts";
import { bookedOnlyIn, droppedPayment, droppedVictim, lateFront, forgottenPayment, shuffledBundle, skippedVictim } from "./mev-faults.ts";
import { livelyWindow } from "./lively-window.ts";
import { type Changes, runWorld } from "./run-world.ts";

const SEED = 1;
/** Sandwiches and flash arbitrage in bundles, in every one of a few blocks. */
const SETTINGS = {
  "run.blocks": 12,
  "mempool.blockProcess": "fixed",
  "mempool.gasPrices": "constant",
  "mempool.ordering": "bundle-auction",
  "pool.sideShare": 0.5,
  "agents.arbitrageBidding": "auction",
  "agents.crossPoolArbitrageurs": 1,
  "agents.sandwichers": 1,
  "agents.backRunners": 1,
  "agents.bidding": "fixed",
  "agents.turnover": 30,
  "agents.traderMedian": 50_000,
  "agents.slippageTolerance": 0.05,
};

interface Fault {
  readonly what: string;
  readonly changes: Changes;
  readonly trips: 1 | 2 | 3 | 4 | "LEDGER_SWAP_DIFFERS" | "VENUE_ORDER" | "VENUE_BUNDLE";
}

const faults: readonly Fault[] = [
  { what: "a payment that the builder does not get", changes: { parts: droppedPayment }, trips: 3 },
  { what: "a payment that is booked nowhere", changes: { parts: forgottenPayment }, trips: 3 },
  { what: "a flash arbitrage booked in the first pool alone", changes: { parts: bookedOnlyIn("pair") }, trips: 3 },
  {
    what: "a flash arbitrage booked in the second pool alone",
    changes: { parts: bookedOnlyIn("side-pair") },
    trips: "LEDGER_SWAP_DIFFERS",
  },
  { what: "two victims of a bundle that change places", changes: { execute: shuffledBundle }, trips: "VENUE_BUNDLE" },
  { what: "a victim that is skipped, and said to have traded", changes: { execute: skippedVictim }, trips: "LEDGER_SWAP_DIFFERS" },
  {
    what: "a front-run that comes after its victim, so that neither gets what it needs",
    changes: { execute: lateFront },
    trips: "VENUE_BUNDLE",
  },
  { what: "a victim that is left out", changes: { execute: droppedVictim }, trips: "VENUE_ORDER" },
];

describe("engine: a fault planted in extraction trips a named identity", () => {
  const scenario = livelyWindow("may-19-2021");

  it("without a fault the same run passes, and holds bundles of both kinds", async () => {
    const { swaps } = await runWorld(scenario, SEED, SETTINGS);
    expect(swaps.sender).to.include.members(["sandwicher", "cross-pool-arbitrageur", "back-runner"]);
  });

  for (const { what, changes, trips } of faults) {
    it(`${what}: ${typeof trips === "number" ? `identity ${trips}` : trips}`, async () => {
      const blocks: number[] = [];
      const error: unknown = await runWorld(scenario, SEED, SETTINGS, { ...changes, world: { onBlock: (each) => blocks.push(each) } }).then(
        () => expect.fail("nothing noticed"),
        (reason: unknown) => reason,
      );
      if (!(error instanceof CrashError)) throw error;
      expect(error.code, error.message).to.equal(typeof trips === "number" ? `IDENTITY_${trips}` : trips);
      if (error instanceof IdentityError) expect(error.block, "the first block that it is in").to.equal(blocks.length + 1);
    });
  }
});
