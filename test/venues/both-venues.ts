import { expect } from "chai";
import { network } from "hardhat";
import type { Genesis, Outcome, Venue } from "../../src/core/words.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import { openChainVenue } from "../../src/venues/chain/chain-venue.ts";
import { CRASH_NETWORK } from "../../src/venues/chain/network.ts";
import type { Provider } from "../../src/venues/chain/rpc.ts";
import { openTwinVenue } from "../../src/venues/twin/twin-venue.ts";

export interface BothVenues {
  /** The chain, of which whatever it does the twin must do too. */
  readonly venue: Venue;
  readonly provider: Provider;
  readonly twin: Venue;
}

/** Chain and twin side by side: every trial, block and balance of the one is held against the other's. The twin charges the gas that the chain measures. */
export async function openBothVenues(genesis: Genesis): Promise<BothVenues> {
  const connection = await network.create(CRASH_NETWORK);
  const chain = await openChainVenue(connection.provider, genesis, { gasLimitOf, close: () => connection.close() });
  const gas = new Map<number, number>();
  const twin = openTwinVenue(genesis, { gasOf: ({ id }) => gas.get(id) ?? NaN });
  const measure = (outcomes: readonly Outcome[]): void => outcomes.forEach(({ tx, gasUsed }) => gas.set(tx.id, Number(gasUsed)));
  const venue: Venue = {
    ...chain,
    async state() {
      const state = await chain.state();
      expect(await twin.state()).to.deep.equal(state);
      return state;
    },
    async trial(env) {
      const [there, here] = [await chain.trial(env), await twin.trial(env)];
      return {
        async attempt(txs, mayRevert) {
          measure(await there.dry(txs));
          const tried = await there.attempt(txs, mayRevert);
          expect(await here.attempt(txs, mayRevert), "tried on the twin").to.deep.equal(tried);
          return tried;
        },
        async dry(txs) {
          const outcomes = await there.dry(txs);
          measure(outcomes);
          expect(await here.dry(txs), "tried on the twin").to.deep.equal(outcomes);
          return outcomes;
        },
        async close() {
          await there.close();
          await here.close();
        },
      };
    },
    async execute(env, ordered) {
      const outcomes = await chain.execute(env, ordered);
      measure(outcomes);
      expect(await twin.execute(env, ordered), "executed on the twin").to.deep.equal(outcomes);
      return outcomes;
    },
  };
  return { venue, provider: connection.provider, twin };
}
