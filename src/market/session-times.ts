import type { Session } from "./session.ts";

/**
 * Timestamps of blocks at a market that closes: one at every opening bell, then evenly, and one at every closing bell, none between sessions. So the step
 * from a close to the next open is one block, however long the night.
 *
 * @param sessions ascending, at least one
 * @param seconds between blocks of a session, at least 1; the last gap of a session is shorter where they do not divide it
 * @returns whole unix seconds, strictly increasing; the first is the first opening bell
 */
export function sessionTimes(sessions: readonly Session[], seconds: number): number[] {
  if (!(seconds >= 1)) throw new RangeError(`time between blocks below 1 s: ${seconds}`);
  if (sessions.length === 0) throw new RangeError("no sessions");
  return sessions.flatMap(({ time, closesAt }) => {
    const inside = Array.from({ length: Math.ceil((closesAt - time) / seconds) }, (_, i) => Math.round(time + i * seconds));
    return [...inside.filter((each) => each < closesAt), closesAt];
  });
}
