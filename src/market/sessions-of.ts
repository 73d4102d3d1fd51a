import type { Session } from "./session.ts";

/** Where sessions begin and end among the blocks of a run; one entry a block, the state before the first included. */
export interface SessionMarks {
  /** Whether it is the first block of its session: the one that spans the night before. */
  readonly isOpen: readonly boolean[];
  /** Whether it is the last block of its session. */
  readonly isClose: readonly boolean[];
}

/**
 * Which blocks are the opens and the closes of sessions. A session without a block has neither, and one that the run leaves in its middle has no close.
 *
 * @param times of the blocks, unix seconds, rising
 * @param sessions ascending
 */
export function sessionsOf(times: readonly number[], sessions: readonly Session[]): SessionMarks {
  const isOpen = times.map(() => false);
  const isClose = times.map(() => false);
  let next = 0;
  for (const { time, closesAt } of sessions) {
    while (next < times.length && (times[next] ?? Infinity) < time) next += 1;
    const first = next;
    while (next < times.length && (times[next] ?? Infinity) <= closesAt) next += 1;
    if (next === first) continue;
    if (first > 0 || times[first] === time) isOpen[first] = true;
    if (next < times.length || times[next - 1] === closesAt) isClose[next - 1] = true;
  }
  return { isOpen, isClose };
}
