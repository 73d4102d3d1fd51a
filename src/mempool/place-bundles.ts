import { isWhole } from "../core/is-whole.ts";
import type { Bundle, Trial } from "../core/words.ts";
import { appraise } from "./appraise.ts";
import type { Appraised, LeftOutFor } from "./obstacle-to.ts";
import type { Room } from "./room.ts";

/** Bundles at the top of a block. */
export interface Placed {
  /** In the order in which they stand there. */
  readonly included: readonly Bundle[];
  readonly leftOut: readonly { readonly bundle: Bundle; readonly why: LeftOutFor }[];
  /** What is left of the block. */
  readonly room: Room;
}

/** Bundles that are tried together at most: more would save little where all succeed, and cost more where one fails. */
const MOST_TOGETHER = 8;

/**
 * Places bundles by what they pay, each tried after those that were taken before it and left out when it fails. Twice as many are tried together
 * each time that all succeed; where one fails, those before it are tried again without it, and the next alone. So what is taken is what trying
 * them one by one would take.
 *
 * @param room of a block without bundles
 */
export async function placeBundles(bundles: readonly Bundle[], room: Room, trial: Trial): Promise<Placed> {
  const { queue, leftOut } = await byValue(bundles, room, trial);
  const included: Bundle[] = [];
  let [left, together] = [room, 1];
  while (queue[0] !== undefined) {
    const obstacle = left.obstacleTo(queue[0]);
    if (obstacle !== null) {
      leftOut.push({ bundle: queue[0].bundle, why: obstacle });
      queue.shift();
      continue;
    }
    const { run, after } = fitting(queue.slice(0, together), left);
    const whole = run.slice(0, await countKept(run, trial));
    const failed = run[whole.length];
    included.push(...whole);
    queue.splice(0, whole.length + (failed === undefined ? 0 : 1));
    if (failed === undefined) {
      left = after;
      together = Math.min(2 * together, MOST_TOGETHER);
    } else {
      leftOut.push({ bundle: failed, why: "reverted" });
      whole.forEach((bundle) => left.take(bundle));
      together = 1;
    }
  }
  return { included, leftOut, room: left };
}

/** Those that can be tried, best first, and those that cannot. */
async function byValue(
  bundles: readonly Bundle[],
  room: Room,
  trial: Trial,
): Promise<{ readonly queue: Appraised[]; readonly leftOut: Placed["leftOut"][number][] }> {
  const queue: Appraised[] = [];
  const leftOut: Placed["leftOut"][number][] = [];
  for (const bundle of bundles) {
    const found = await appraise(bundle, room, trial);
    if (typeof found === "string") leftOut.push({ bundle, why: found });
    else queue.push(found);
  }
  queue.sort((a, b) => (a.value === b.value ? a.bundle.id - b.bundle.id : a.value > b.value ? -1 : 1));
  return { queue, leftOut };
}

/** The first of them up to one that could not follow the others, and what they leave if all succeed. */
function fitting(next: readonly Appraised[], room: Room): { readonly run: readonly Bundle[]; readonly after: Room } {
  const after = room.copy();
  const run: Bundle[] = [];
  for (const each of next) {
    if (after.obstacleTo(each) !== null) break;
    after.take(each.bundle);
    run.push(each.bundle);
  }
  return { run, after };
}

/** Tries bundles one behind the other, and keeps those before the first that fails. */
async function countKept(run: readonly Bundle[], trial: Trial): Promise<number> {
  const { isKept, reverted } = await attempt(run, trial);
  if (isKept) return run.length;
  const failed = run.findIndex((bundle) => !isWhole(ownOf(bundle, reverted), bundle.mayRevert));
  if (failed > 0) await attempt(run.slice(0, failed), trial);
  return failed;
}

function attempt(run: readonly Bundle[], trial: Trial): ReturnType<Trial["attempt"]> {
  const txs = run.flatMap((bundle) => bundle.txs);
  // What a bundle says of another's transactions counts for nothing.
  return trial.attempt(
    txs,
    run.flatMap((bundle) => ownOf(bundle, bundle.mayRevert)),
  );
}

/** Of transactions, by their ids, those of a bundle. */
function ownOf({ txs }: Bundle, ids: readonly number[]): readonly number[] {
  return ids.filter((id) => txs.some((tx) => tx.id === id));
}
