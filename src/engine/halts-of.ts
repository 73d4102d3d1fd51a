import { standsStill } from "../market/stands-still.ts";
import { Halts } from "./halts.ts";
import type { Track } from "./moment.ts";
import type { World } from "./world.ts";

/** Whether the reference market stands still at a block, as the settings have it: never, by circuit breakers, or when it did. Blocks are asked for in turn. */
export function haltsOf({ halts, settings }: Pick<World, "halts" | "settings">, track: Track): (block: number) => boolean {
  switch (settings.market.circuitBreakers) {
    case "off":
      return () => false;
    case "on": {
      const breakers = new Halts(track);
      return (block) => breakers.reach(block);
    }
    case "recorded":
      return (block) => standsStill(halts, track.times[block] ?? NaN);
  }
}
