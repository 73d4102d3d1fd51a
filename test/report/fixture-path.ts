import type { Random } from "../../src/core/random.ts";

/** Time (unix seconds) and price of every block. */
export interface FixturePath {
  readonly time: readonly number[];
  readonly price: readonly number[];
}

/** Hour of 12 March 2020 (UTC) and price around which the path is drawn. */
const waypoints: readonly (readonly [hour: number, price: number])[] = [
  [0, 195],
  [6, 188],
  [10.4, 176],
  [11.1, 138],
  [12.2, 131],
  [14, 142],
  [17, 126],
  [20.5, 134],
  [23.2, 104],
  [23.9, 110],
];
const DAY = Date.UTC(2020, 2, 12) / 1_000;

/** A price that wanders around the day's waypoints, with `blocks` + 1 points. */
export function fixturePath(blocks: number, random: Random): FixturePath {
  const time: number[] = [];
  const price: number[] = [];
  let noise = 0;
  for (let i = 0; i <= blocks; i += 1) {
    const hour = (23.9 * i) / blocks;
    const next = waypoints.findIndex(([at]) => at >= hour);
    const [h1, p1] = waypoints[Math.max(1, next)] ?? [23.9, 110];
    const [h0, p0] = waypoints[Math.max(1, next) - 1] ?? [0, 195];
    noise = 0.99 * noise + 0.0035 * (random() + random() - 1);
    const anchor = Math.exp(Math.log(p0) + ((Math.log(p1) - Math.log(p0)) * (hour - h0)) / (h1 - h0));
    time.push(DAY + Math.round(hour * 3_600));
    price.push(i === 0 ? 195 : i === blocks ? 110 : Math.round(anchor * Math.exp(noise) * 1e8) / 1e8);
  }
  return { time, price };
}
