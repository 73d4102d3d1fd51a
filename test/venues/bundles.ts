import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { openTwinVenue } from "../../src/venues/twin/twin-venue.ts";
import type { Venue } from "../../src/core/words.ts";
import { openBothVenues } from "./both-venues.ts";
import { runBundledBlocks } from "./bundled-blocks.ts";
import { crowdedGenesis } from "./crowded-genesis.ts";

const CHAIN_BLOCKS = 60;
const TWIN_RUNS = 50;
const TWIN_BLOCKS = 20;

const openTwin = (): Venue =>
  openTwinVenue(crowdedGenesis, {
    gasOf: (tx, isFirst, ending, isFirstBeside) => scheduledGas(tx.action, isFirst, ending, isFirstBeside),
  });

describe("venues: random bundles around random trades", () => {
  it(`on chain and twin alike, what was tried is what is executed, and what is left out changes nothing (${CHAIN_BLOCKS} blocks)`, async () => {
    const { venue } = await openBothVenues(crowdedGenesis);
    const { included, reverted, otherReasons, publicReverts, paid } = await runBundledBlocks(CHAIN_BLOCKS, 1, crowdedGenesis, venue, null);
    await venue.close();
    for (const count of [included, reverted, otherReasons, publicReverts, Number(paid)]) expect(count).to.be.above(10);
  });

  it(`on the twin, beside one that never tried anything (${TWIN_RUNS * TWIN_BLOCKS} blocks)`, async () => {
    let [included, reverted] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const found = await runBundledBlocks(TWIN_BLOCKS, seed, crowdedGenesis, openTwin(), openTwin());
        included += found.included;
        reverted += found.reverted;
      }),
      { numRuns: TWIN_RUNS },
    );
    expect(Math.min(included, reverted)).to.be.above(TWIN_RUNS);
  });
});
