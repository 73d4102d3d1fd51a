import { stream } from "../core/random.ts";
import { standardNormal } from "../core/standard-normal.ts";
import { findScenario } from "./find-scenario.ts";
import type { Scenario } from "./scenario.ts";

const SECONDS_PER_DAY = 86_400;
const START = 200;

export interface Shock {
  /** Of the log price, over all blocks together. */
  readonly fall: number;
  readonly volatilityPerDay: number;
  readonly blocks: number;
  readonly blockSeconds: number;
}

/**
 * Prices that fall for a reason of their own: as much in each block as in any other, with normal noise of a stated volatility around it that is nothing at both ends (a Brownian
 * bridge), so that all seeds fall alike. Everything else is that of the scenario `gbm`.
 *
 * @param seed of the noise
 */
export function shockScenario({ fall, volatilityPerDay, blocks, blockSeconds }: Shock, seed: number): Scenario {
  const base = findScenario("gbm");
  const normal = standardNormal(stream(seed, "shock"));
  const deviation = volatilityPerDay * Math.sqrt(blockSeconds / SECONDS_PER_DAY);
  const walk = [0];
  for (let block = 1; block <= blocks; block += 1) walk.push((walk.at(-1) ?? 0) + deviation * normal());
  const last = walk.at(-1) ?? 0;
  const logs = walk.map((noise, block) => noise - (block / blocks) * (last + fall));
  return {
    ...base,
    name: "shock",
    title: "A stated fall",
    what: `The log price falls by ${fall.toFixed(3)} over ${blocks} blocks, evenly, with ${(100 * volatilityPerDay).toFixed(1)} % of noise a day.`,
    to: base.from + blocks * blockSeconds,
    market: {
      kind: "points",
      times: logs.map((_, block) => base.from + block * blockSeconds),
      prices: logs.map((log) => START * Math.exp(log)),
    },
  };
}
