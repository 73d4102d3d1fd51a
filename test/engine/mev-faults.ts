import type { Tx } from "../../src/core/words.ts";
import { COINBASE } from "../../src/core/account-names.ts";
import { type Parts, soundParts } from "../../src/engine/parts.ts";
import type { Changes } from "./run-world.ts";

type Execute = Exclude<Changes["execute"], undefined>;

/** What a bundle pays the builder beside gas is not booked with the builder. */
export const droppedPayment: Partial<Parts> = {
  predict: (...args) => {
    const prediction = soundParts.predict(...args);
    return { ...prediction, postings: prediction.postings.filter(({ account, asset }) => account !== COINBASE || asset !== "gas") };
  },
};

/** Nor with the searcher: it comes from nowhere and goes nowhere. */
export const forgottenPayment: Partial<Parts> = {
  predict: (...args) => {
    const prediction = soundParts.predict(...args);
    return { ...prediction, postings: prediction.postings.filter(({ asset }) => asset !== "gas") };
  },
};

/** Of a flash arbitrage only what happens in one of the two pools is booked. */
export function bookedOnlyIn(pool: "pair" | "side-pair"): Partial<Parts> {
  return {
    predict: (outcome, main, side) => {
      const prediction = soundParts.predict(outcome, main, side);
      if (prediction.side === undefined) return prediction;
      // Four postings a pool, that of the lender first.
      const { action } = outcome.tx;
      const isLender = action.kind === "flash-arbitrage" && action.cheap === pool;
      const postings = [...(isLender ? prediction.postings.slice(0, 4) : prediction.postings.slice(4, 8)), ...prediction.postings.slice(8)];
      if (pool === "pair") return { postings, pool: prediction.pool, swap: prediction.swap };
      return { postings, pool: main, swap: null, side: prediction.side };
    },
  };
}

/** Two victims of the first sandwich that has several change places; outcomes come back in the order that was asked for. */
export const shuffledBundle: Execute = async (execute, env, ordered) => {
  const at = firstVictim(ordered, 2);
  if (at < 0) return execute(env, ordered);
  const outcomes = await execute(env, ordered.with(at, ordered[at + 1]!).with(at + 1, ordered[at]!));
  return ordered.flatMap((tx) => outcomes.find((outcome) => outcome.tx === tx) ?? []);
};

/** The victim in the first sandwich is not executed, though it is said to have been. */
export const skippedVictim: Execute = async (execute, env, ordered) => {
  const at = firstVictim(ordered, 1);
  if (at < 0) return execute(env, ordered);
  const outcomes = [...(await execute(env, ordered.toSpliced(at, 1)))];
  return outcomes.toSpliced(at, 0, { tx: ordered[at]!, success: true, gasUsed: 0n, effects: [] });
};

/** A front-run and its victim change places, so that the front-run buys dearer than it may and the way back finds too little; all is told as it was. */
export const lateFront: Execute = async (execute, env, ordered) => {
  const at = firstVictim(ordered, 1);
  if (at < 0) return execute(env, ordered);
  const outcomes = await execute(env, ordered.with(at - 1, ordered[at]!).with(at, ordered[at - 1]!));
  return ordered.flatMap((tx) => outcomes.find((outcome) => outcome.tx === tx) ?? []);
};

/** The same, and nothing is said of it. */
export const droppedVictim: Execute = async (execute, env, ordered) => {
  const at = firstVictim(ordered, 1);
  return execute(env, at < 0 ? ordered : ordered.toSpliced(at, 1));
};

/** Place of the first victim of a sandwich that has at least so many. */
function firstVictim(ordered: readonly Tx[], victims: number): number {
  return ordered.findIndex(
    (_, at) =>
      ordered[at - 1]?.sender === "sandwicher" &&
      ordered.slice(at, at + victims).every(({ action }) => action.kind === "trade") &&
      ordered.slice(at + victims).find(({ action }) => action.kind !== "trade")?.nonce === ordered[at - 1]!.nonce + 1,
  );
}
