import { exponential } from "../../core/exponential.ts";
import type { Random } from "../../core/random.ts";
import { standardNormal } from "../../core/standard-normal.ts";
import type { LogReturns } from "./price-process.ts";

/** What makes a jump diffusion of independent jumps at a constant rate. */
interface JumpDiffusion {
  readonly driftPerDay: number;
  readonly volatilityPerDay: number;
  readonly jumpsPerDay: number;
  /** E[e^Y] − 1 of a jump's log return Y, by which the drift is compensated. */
  readonly meanGrowth: number;
  /** Log return of one jump. */
  readonly drawJump: (random: Random, normal: () => number) => number;
}

/** A path of Brownian motion with drift and compound Poisson jumps, exact at any times: waits between jumps run on from step to step. */
export function jumpDiffusionPath(model: JumpDiffusion, random: Random): LogReturns {
  const { volatilityPerDay: volatility, jumpsPerDay, drawJump } = model;
  const drift = model.driftPerDay - (volatility * volatility) / 2 - jumpsPerDay * model.meanGrowth;
  const normal = standardNormal(random);
  const drawWait = (): number => (jumpsPerDay > 0 ? exponential(random) / jumpsPerDay : Infinity);
  let wait = drawWait();
  let lastDays = 0;
  let scale = 0;
  return (days) => {
    if (days !== lastDays) {
      lastDays = days;
      scale = volatility * Math.sqrt(days);
    }
    let log = drift * days + scale * normal();
    for (wait -= days; wait <= 0; wait += drawWait()) log += drawJump(random, normal);
    return log;
  };
}
