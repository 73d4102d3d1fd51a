import { blackScholes } from "../src/hedger/black-scholes.ts";
import { moments } from "../test/hedger/moments.ts";
import { dermanKamal, replicationErrors } from "../test/papers/experiments/replication-errors.ts";
import type { Hedging, OurHedging } from "./discrete-hedging.ts";
import { now } from "./stopwatch.ts";

/** Our side of `discrete-hedging.ts`: the experiment of the papers' page, in a process that does nothing else. */
const begun = now();
const rows = [21, 84].map((trades): Hedging => {
  const { mean, deviation, skewness, excessKurtosis } = moments(replicationErrors(trades));
  return { trades, mean, deviation, formula: dermanKamal(trades), skewness, excessKurtosis };
});
const value = blackScholes("call", 100, 0.05).value(100, 1 / 12, 0.2);
const ended = now();
const answer: OurHedging = { value, rows, computation: { wall: ended.wall - begun.wall, cpu: ended.cpu - begun.cpu } };
console.log(JSON.stringify(answer));
