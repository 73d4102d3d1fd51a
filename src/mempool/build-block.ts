import { isWhole } from "../core/is-whole.ts";
import type { Random } from "../core/random.ts";
import type { AccountId, Bundle, MaybePromise, Trial, Tx } from "../core/words.ts";
import { bundleValue } from "./bundle-value.ts";
import { type BlockRules, fillBlock } from "./fill-block.ts";
import { dueNonces, type Mempool } from "./mempool.ts";
import type { Ordering } from "./ordering/ordering.ts";
import { type LeftOutFor, obstacleTo } from "./obstacle-to.ts";
import { Purse } from "./purse.ts";
import { triedValue } from "./tried-value.ts";

/** What a builder chooses from. */
export interface Offer {
  readonly mempool: Mempool;
  /** For this block, whoever they are from. */
  readonly bundles: readonly Bundle[];
}

/** A block, and what became of the bundles. */
export interface Built {
  readonly ordered: readonly Tx[];
  /** In the order in which they stand in the block. */
  readonly included: readonly Bundle[];
  readonly leftOut: readonly { readonly bundle: Bundle; readonly why: LeftOutFor }[];
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
  const purse = fundsOf === undefined ? undefined : new Purse(fundsOf);
  const fill = (txs: readonly Tx[], left: BlockRules): readonly Tx[] =>
    fillBlock(ordering.rank(txs, { baseFee: rules.baseFee, random }), left, ordering.worth, purse);
  if (!ordering.takesBundles || bundles.length === 0) {
    const leftOut = bundles.map((bundle) => ({ bundle, why: "not-taken" as const }));
    return { ordered: fill(mempool.pending, rules), included: [], leftOut };
  }
  const bundling = new Bundling(mempool, rules, purse);
  await bundling.place(bundles, workplace.openTrial);
  const { placed, included, leftOut, gas } = bundling;
  return { ordered: [...placed, ...fill(bundling.stillPending(), { ...rules, gasLimit: rules.gasLimit - gas })], included, leftOut };
}

/** More than any bundle pays, wei. */
const ANY_VALUE = 1n << 256n;

interface Appraised {
  readonly bundle: Bundle;
  /** What it pays the builder, wei. */
  readonly value: bigint;
  /** Gas that its own transactions used, where it was tried. */
  readonly gas?: number;
}

/** The part of a block in which bundles stand. */
class Bundling {
  readonly placed: Tx[] = [];
  readonly included: Bundle[] = [];
  readonly leftOut: { readonly bundle: Bundle; readonly why: LeftOutFor }[] = [];
  gas = 0;
  readonly #mempool: Mempool;
  readonly #rules: BlockRules;
  readonly #purse: Purse | undefined;
  /** Nonce that is due of each account after what was placed. */
  readonly #due = new Map<AccountId, number>();
  readonly #dueBefore: (account: AccountId) => number;

  constructor(mempool: Mempool, rules: BlockRules, purse: Purse | undefined) {
    this.#mempool = mempool;
    this.#rules = rules;
    this.#purse = purse;
    this.#dueBefore = dueNonces(mempool);
  }

  async place(bundles: readonly Bundle[], openTrial: Workplace["openTrial"]): Promise<void> {
    const pending = new Map(this.#mempool.pending.map((tx) => [tx.id, tx]));
    const isPublic = (id: number): boolean => pending.has(id);
    const trial = await openTrial();
    try {
      const appraised: Appraised[] = [];
      for (const bundle of bundles) appraised.push(...(await this.#appraise(bundle, isPublic, trial)));
      appraised.sort((a, b) => (a.value === b.value ? a.bundle.id - b.bundle.id : a.value > b.value ? -1 : 1));
      for (const each of appraised) await this.#offer(each, isPublic, trial);
    } finally {
      await trial.close();
    }
  }

  /** Public transactions that no bundle has taken or made impossible. */
  stillPending(): readonly Tx[] {
    const taken = new Set(this.placed.map((tx) => tx.id));
    return this.#mempool.pending.filter((tx) => !taken.has(tx.id) && tx.nonce >= this.#dueOf(tx.from));
  }

  /** What a bundle pays: by schedule, or, where raw transactions are in it, as it turns out at the top of the block. */
  async #appraise(bundle: Bundle, isPublic: (id: number) => boolean, trial: Trial): Promise<readonly Appraised[]> {
    const { baseFee } = this.#rules;
    if (bundle.txs.every(({ action }) => action.kind !== "raw")) return [{ bundle, value: bundleValue(bundle, baseFee, isPublic) }];
    const { why } = obstacleTo(bundle, ANY_VALUE, this.#rules, isPublic, (account) => this.#dueOf(account));
    const obstacle = why ?? (this.#purse?.covers(bundle.txs) === false ? "funds" : null);
    const outcomes = obstacle === null ? await trial.dry(bundle.txs) : [];
    const failed = isWhole(outcomes, bundle.mayRevert) ? obstacle : "reverted";
    if (failed === null) return [{ bundle, ...triedValue(outcomes, baseFee, isPublic) }];
    this.leftOut.push({ bundle, why: failed });
    return [];
  }

  async #offer({ bundle, value, gas }: Appraised, isPublic: (id: number) => boolean, trial: Trial): Promise<void> {
    const left = { ...this.#rules, gasLimit: this.#rules.gasLimit - this.gas };
    const obstacle = obstacleTo(bundle, value, left, isPublic, (account) => this.#dueOf(account), gas);
    if (obstacle.why !== null) return void this.leftOut.push({ bundle, why: obstacle.why });
    if (this.#purse?.covers(bundle.txs) === false) return void this.leftOut.push({ bundle, why: "funds" });
    const { isKept } = await trial.attempt(bundle.txs, bundle.mayRevert);
    if (!isKept) return void this.leftOut.push({ bundle, why: "reverted" });
    this.#purse?.promise(bundle.txs);
    this.gas += obstacle.gas;
    this.placed.push(...bundle.txs);
    this.included.push(bundle);
    for (const { from, nonce } of bundle.txs) this.#due.set(from, nonce + 1);
  }

  #dueOf(account: AccountId): number {
    return this.#due.get(account) ?? this.#dueBefore(account);
  }
}
