import type { Random } from "../core/random.ts";
import type { AccountId, Bundle, MaybePromise, Trial, Tx } from "../core/words.ts";
import { type BlockRules, fillBlock } from "./fill-block.ts";
import { dueNonces, type Mempool } from "./mempool.ts";
import type { Ordering } from "./ordering/ordering.ts";
import { type Placed, placeBundles } from "./place-bundles.ts";
import { Purse } from "./purse.ts";
import { Room } from "./room.ts";

/** What a builder chooses from. */
export interface Offer {
  readonly mempool: Mempool;
  /** For this block, whoever they are from. */
  readonly bundles: readonly Bundle[];
}

/** A block, and what became of the bundles. */
export interface Built extends Pick<Placed, "included" | "leftOut"> {
  readonly ordered: readonly Tx[];
}

/** What a builder works with. */
export interface Workplace {
  readonly ordering: Ordering;
  /** Of the ordering alone. */
  readonly random: Random;
  /** Begins to try bundles on the state that they will meet; called only when there are some. */
  readonly openTrial: () => MaybePromise<Trial>;
  /** Wei of an account that signs for itself, where there are such; nobody else is asked whether it can pay. */
  readonly fundsOf?: (account: AccountId) => bigint;
}

/**
 * Builds a block: bundles by what they pay, each tried after those that were taken before it and left out when it fails, then single transactions
 * in the order of preference.
 */
export async function buildBlock({ mempool, bundles }: Offer, rules: BlockRules, workplace: Workplace): Promise<Built> {
  const { ordering, random, fundsOf } = workplace;
  const publicIds = new Set(mempool.pending.map(({ id }) => id));
  const waiting = { isPublic: (id: number) => publicIds.has(id), dueOf: dueNonces(mempool) };
  const empty = new Room(waiting, rules, fundsOf === undefined ? undefined : new Purse(fundsOf));
  const fill = (txs: readonly Tx[], room: Room): readonly Tx[] =>
    fillBlock(ordering.rank(txs, { baseFee: rules.baseFee, random }), room.rules, ordering.worth, room.purse);
  if (!ordering.takesBundles || bundles.length === 0) {
    const leftOut = bundles.map((bundle) => ({ bundle, why: "not-taken" as const }));
    return { ordered: fill(mempool.pending, empty), included: [], leftOut };
  }
  const trial = await workplace.openTrial();
  const { included, leftOut, room } = await (async () => placeBundles(bundles, empty, trial))().finally(() => trial.close());
  const placed = included.flatMap(({ txs }) => txs);
  const taken = new Set(placed.map(({ id }) => id));
  const left = mempool.pending.filter((tx) => !taken.has(tx.id) && room.isStillDue(tx));
  return { ordered: [...placed, ...fill(left, room)], included, leftOut };
}
