import { isWhole } from "../core/is-whole.ts";
import { revertedIn } from "../core/reverted-in.ts";
import type { Bundle, Trial } from "../core/words.ts";
import { bundleValue } from "./bundle-value.ts";
import type { Appraised, LeftOutFor } from "./obstacle-to.ts";
import type { Room } from "./room.ts";
import { triedValue } from "./tried-value.ts";

/** More than any bundle pays, wei. */
const ANY_VALUE = 1n << 256n;

/**
 * What a bundle pays: by schedule, or, where raw transactions are in it, as it turns out at the top of the block.
 *
 * @param room of a block without bundles
 * @returns why it cannot be there, where it cannot
 */
export async function appraise(bundle: Bundle, room: Room, trial: Trial): Promise<Appraised | LeftOutFor> {
  const { baseFee } = room.rules;
  if (bundle.txs.every(({ action }) => action.kind !== "raw")) return { bundle, value: bundleValue(bundle, baseFee, room.isPublic) };
  const obstacle = room.obstacleTo({ bundle, value: ANY_VALUE });
  if (obstacle !== null) return obstacle;
  const outcomes = await trial.dry(bundle.txs);
  return isWhole(revertedIn(outcomes), bundle.mayRevert) ? { bundle, ...triedValue(outcomes, baseFee, room.isPublic) } : "reverted";
}
