import type { NetworkManager } from "hardhat/types/network";
import type { Genesis, Venue } from "../src/core/words.ts";
import { drawPath } from "../src/scenarios/draw-path.ts";
import { worldOf } from "../src/world-of.ts";
import type { World } from "../src/engine/world.ts";
import { gasLimitOf } from "../src/mempool/gas-schedule.ts";
import { DEFAULT_SCENARIO, findScenario } from "../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../src/scenarios/settings.ts";
import { openChainVenue } from "../src/venues/chain/chain-venue.ts";
import { CRASH_NETWORK } from "../src/venues/chain/network.ts";
import type { Provider } from "../src/venues/chain/rpc.ts";

/** Settings that shorten the main job to so many blocks; the whole crash when null. */
export function shortened(blocks: number | null): Readonly<Record<string, number>> {
  return blocks === null ? {} : { "run.blocks": blocks };
}

/**
 * The world of the main job, on a fresh chain in this process.
 *
 * @param tap stands between venue and chain; the chain itself when absent
 * @param opened is given the venue once genesis is mined, and returns the one that the engine talks to
 */
export function mainJob(
  network: NetworkManager,
  blocks: number | null,
  opened: (venue: Venue) => Venue,
  tap: (provider: Provider) => Provider = (provider): Provider => provider,
): World {
  const scenario = findScenario(DEFAULT_SCENARIO);
  const openVenue = async (genesis: Genesis): Promise<Venue> => {
    const connection = await network.create(CRASH_NETWORK);
    return opened(await openChainVenue(tap(connection.provider), genesis, { gasLimitOf, close: () => connection.close() }));
  };
  const settings = resolveSettings(scenario, shortened(blocks));
  return worldOf(scenario, settings, 1, drawPath(scenario, settings, 1), openVenue);
}
