/** A point that the path must pass: time in seconds and log price. */
export interface Anchor {
  readonly time: number;
  readonly log: number;
}

/**
 * Log prices along one leg, which starts or ends on an extreme of the bar and passes neither.
 *
 * The distance from the extreme is the length of a vector of three Brownian bridges, from the one end's distance to the other's: the law of a Brownian
 * path that is told where its extreme is (Williams 1974, Path decomposition and continuity of local time for one-dimensional diffusions; a Bessel
 * bridge of dimension three). It never passes that extreme, and with no variance it is a straight line. The other extreme is kept by folding:
 * what would go beyond it is mirrored back, which leaves the size of steps, and so the realised variance, as it was, and heaps no mass on the extreme as
 * clamping would.
 *
 * @param from start of the leg
 * @param to end of the leg
 * @param extreme log price that one of the two stands on
 * @param side where the path may go from it: 1 above a low, -1 below a high
 * @param width ln(high/low) of the bar, at least the distance of both ends from the extreme
 * @param variance of the log price per second, at least 0
 * @param times strictly between the ends, ascending
 */
export function legLogs(
  from: Anchor,
  to: Anchor,
  extreme: number,
  side: 1 | -1,
  width: number,
  variance: number,
  times: readonly number[],
  normal: () => number,
): number[] {
  const end = Math.abs(to.log - extreme);
  let time = from.time;
  let [x, y, z] = [Math.abs(from.log - extreme), 0, 0];
  return times.map((next) => {
    const left = to.time - time;
    const step = next - time;
    const share = step / left;
    const noise = Math.sqrt(variance * step * (1 - share));
    x += (end - x) * share + noise * normal();
    y += -y * share + noise * normal();
    z += -z * share + noise * normal();
    time = next;
    return extreme + side * fold(Math.sqrt(x * x + y * y + z * z), width);
  });
}

/** A distance mirrored into [0, width] as often as needed. */
export function fold(distance: number, width: number): number {
  if (!(width > 0)) return 0;
  const rest = distance % (2 * width);
  return rest > width ? 2 * width - rest : rest;
}
