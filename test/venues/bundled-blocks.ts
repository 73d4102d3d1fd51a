import { expect } from "chai";
import { type Random, stream } from "../../src/core/random.ts";
import type { AccountId, Asset, BlockEnv, Genesis, Outcome, Venue, VenueState } from "../../src/core/words.ts";
import { revertedIn } from "../../src/core/reverted-in.ts";
import { buildBlock, type Built } from "../../src/mempool/build-block.ts";
import { bundleAuction } from "../../src/mempool/ordering/bundle-auction.ts";
import { RandomOffers } from "./random-offers.ts";

const GWEI = 10n ** 9n;

/** How much happened. */
export interface BundledBlocks {
  readonly included: number;
  readonly reverted: number;
  readonly otherReasons: number;
  readonly publicReverts: number;
  readonly paid: bigint;
}

/**
 * Builds and executes blocks of random bundles and trades, and holds each against what was tried.
 *
 * @param undisturbed executes the same blocks on which nothing was tried before
 */
export async function runBundledBlocks(
  blocks: number,
  seed: number,
  genesis: Genesis,
  venue: Venue,
  undisturbed: Venue | null,
): Promise<BundledBlocks> {
  const random = stream(seed, "bundled blocks");
  const offers = new RandomOffers(random);
  let [included, reverted, otherReasons, publicReverts, paid] = [0, 0, 0, 0, 0n];
  for (let number = 1; number <= blocks; number += 1) {
    const env: BlockEnv = { number, timestamp: genesis.timestamp + 13 * number, baseFee: gwei(random, 3) };
    const before = await venue.state();
    const facts = await venue.facts();
    const kept: Outcome[] = [];
    const built = await build(offers, venue, env, random, kept);
    expect(await venue.facts(), "a trial leaves nothing behind").to.deep.equal(facts);

    const outcomes = await venue.execute(env, built.ordered);
    expect(outcomes.slice(0, kept.length), "executed as tried").to.deep.equal(kept);
    const after = await venue.state();
    expect(after.balances).to.deep.equal(withEffects(before, outcomes, env));
    if (undisturbed !== null) {
      expect(await undisturbed.execute(env, built.ordered)).to.deep.equal(outcomes);
      expect(await undisturbed.state()).to.deep.equal(after);
    }
    offers.settle(built.ordered);

    included += built.included.length;
    reverted += built.leftOut.filter(({ why }) => why === "reverted").length;
    otherReasons += built.leftOut.filter(({ why }) => why !== "reverted").length;
    publicReverts += outcomes.slice(kept.length).filter(({ success }) => !success).length;
    paid += kept.reduce((sum, { success, tx }) => sum + (success ? paymentOfTx(tx.action) : 0n), 0n);
  }
  return { included, reverted, otherReasons, publicReverts, paid };
}

async function build(offers: RandomOffers, venue: Venue, env: BlockEnv, random: Random, kept: Outcome[]): Promise<Built> {
  const { pool } = await venue.state();
  const rules = { baseFee: env.baseFee, floor: env.baseFee + gwei(random, 2), gasLimit: random() < 0.2 ? 600_000 : 10_000_000 };
  return buildBlock(offers.next(env.number, env.timestamp, pool), rules, {
    ordering: bundleAuction,
    random,
    openTrial: async () => {
      const trial = await venue.trial(env);
      return {
        async attempt(txs, mayRevert) {
          const outcomes = await trial.dry(txs);
          const found = await trial.attempt(txs, mayRevert);
          expect(found.reverted).to.deep.equal(revertedIn(outcomes));
          if (found.isKept) kept.push(...outcomes);
          return found;
        },
        dry: (txs) => trial.dry(txs),
        close: () => trial.close(),
      };
    },
  });
}

/** Everybody's balances, with what the events of a block say and what gas and payments cost. */
function withEffects({ balances }: VenueState, outcomes: readonly Outcome[], { baseFee }: BlockEnv): VenueState["balances"] {
  const held = new Map([...balances].map(([account, each]) => [account, { ...each }]));
  const add = (account: AccountId, asset: Asset, amount: bigint): void => {
    held.get(account)![asset] += amount;
  };
  for (const { tx, success, gasUsed, effects } of outcomes) {
    const price = tx.maxFeePerGas < baseFee + tx.maxPriorityFeePerGas ? tx.maxFeePerGas : baseFee + tx.maxPriorityFeePerGas;
    const payment = success ? paymentOfTx(tx.action) : 0n;
    add(tx.from, "gas", -gasUsed * price - payment);
    add("coinbase", "gas", gasUsed * (price - baseFee) + payment);
    for (const effect of effects) {
      if (effect.type !== "transfer") continue;
      add(effect.from, effect.asset, -effect.amount);
      add(effect.to, effect.asset, effect.amount);
    }
  }
  return held;
}

function paymentOfTx(action: Outcome["tx"]["action"]): bigint {
  return action.kind === "arbitrage" || action.kind === "flash-arbitrage" ? (action.payment ?? 0n) : 0n;
}

function gwei(random: Random, most: number): bigint {
  return BigInt(Math.floor(random() * (most + 1))) * GWEI;
}
