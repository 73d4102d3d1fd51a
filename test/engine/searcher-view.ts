import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { News, Searcher } from "../../src/agents/searcher.ts";
import { firstLiquidity, minimumLiquidity } from "../../src/amm/uniswap-v2.ts";
import type { Bundle, Outcome, PoolState, Tx } from "../../src/core/words.ts";
import { momentOf } from "../../src/engine/moment.ts";
import type { Participant } from "../../src/engine/participants.ts";
import { openSimulation, type Simulation } from "../../src/engine/simulation.ts";
import { tellSearchers } from "../../src/engine/tell-searchers.ts";
import { viewOf } from "../../src/engine/view-of.ts";
import type { World } from "../../src/engine/world.ts";
import type { Built } from "../../src/mempool/build-block.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { openTwin, worldOf } from "../../src/world-of.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCK = 10;

const world: World = (() => {
  const scenario = livelyWindow("black-thursday-2020");
  const settings = resolveSettings(scenario, { "run.blocks": 20, "mempool.ordering": "bundle-auction", "pool.sideShare": 0.5 });
  return worldOf(scenario, settings, 1, drawPath(scenario, settings, 1), openTwin);
})();
const { base, quote } = world.pool;
const start: PoolState = { base, quote, supply: firstLiquidity(base, quote) + minimumLiquidity };
/** The pools after a block, so that each is another. */
const poolsAfter = (block: number): Simulation["poolsBefore"][number] => {
  return { main: { ...start, base: start.base + BigInt(block) }, side: { ...start, base: BigInt(block + 1) } };
};

const searcherWith = (latency: number, heard: News[] = [], account = "sandwicher-1"): Searcher => {
  return { sender: "sandwicher", account, latency, decide: () => [], hear: (news) => heard.push(news) };
};
const txOf = (id: number, from: string, submitted: number, fields: Partial<Tx> = {}): Tx => {
  const fees = { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n, submitted, priced: submitted };
  return { id, from, sender: "trader", nonce: 0, action: { kind: "cancel" }, ...fees, ...fields };
};

function simulationWith(pending: readonly Tx[]): Simulation {
  const sim = openSimulation(world, start);
  sim.mempool = { pending, nextNonce: new Map() };
  sim.poolsBefore = Array.from({ length: 6 }, (_, i) => poolsAfter(BLOCK - 1 - i));
  return sim;
}

describe("engine: what a searcher sees", () => {
  const moment = momentOf(world, BLOCK);

  it("nothing of what others send to the builder alone, and nothing younger than its latency, but all of its own", () => {
    const pending = fc.array(
      fc.record({ own: fc.boolean(), submitted: fc.integer({ min: BLOCK - 6, max: BLOCK }), isPrivate: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pending, fc.integer({ min: 0, max: 5 }), (drafts, latency) => {
        const txs = drafts.map(({ own, submitted, isPrivate }, i) =>
          txOf(i, own ? "sandwicher-1" : `trader-${i}`, submitted, isPrivate ? { isPrivate } : {}),
        );
        const view = viewOf(world, simulationWith(txs), moment, 1, searcherWith(latency));
        const seen = txs.filter((_, i) => {
          const { own, submitted, isPrivate } = drafts[i]!;
          return own || (!isPrivate && submitted <= BLOCK - latency);
        });
        expect(view.pending).to.deep.equal(seen);
      }),
    );
  });

  it("prices and pools as they were so many blocks ago", () => {
    for (const latency of [0, 1, 2, 5]) {
      const view = viewOf(world, simulationWith([]), moment, 1, searcherWith(latency));
      expect(view.price(0)).to.equal(world.prices[BLOCK - latency]);
      expect({ main: view.pool, side: view.sidePool }).to.deep.equal(poolsAfter(BLOCK - 1 - latency));
    }
    const early = viewOf(world, simulationWith([]), momentOf(world, 1), 1, searcherWith(5));
    expect(early.price(0), "before there was anything else").to.equal(world.prices[0]);
  });

  it("who is no searcher sees the price of now, and the pools as last mined", () => {
    const view = viewOf(world, simulationWith([]), moment, 1, null);
    expect(view.price(0)).to.equal(world.prices[BLOCK]);
    expect({ main: view.pool, side: view.sidePool }).to.deep.equal(poolsAfter(BLOCK - 1));
  });
});

describe("engine: what a searcher is told after a block", () => {
  it("what became of its own, and nothing of others'", () => {
    const accounts = ["sandwicher-1", "sandwicher-2", "trader-1"] as const;
    const whose = fc.array(fc.constantFrom(...accounts), { maxLength: 10 });
    fc.assert(
      fc.property(whose, whose, whose, (mined, taken, refused) => {
        const outcomes = mined.map((from, i): Outcome => ({ tx: txOf(i, from, BLOCK), success: i % 2 === 0, gasUsed: 0n, effects: [] }));
        const bundleOf = (from: string, id: number): Bundle => {
          return { id, from, sender: "sandwicher", txs: [txOf(id, "trader-1", BLOCK)], mayRevert: [], block: BLOCK };
        };
        const built: Built = {
          ordered: [],
          included: taken.map((from, i) => bundleOf(from, i)),
          leftOut: refused.map((from, i) => ({ bundle: bundleOf(from, 100 + i), why: "reverted" })),
        };
        const heard: Readonly<Record<string, News[]>> = { "sandwicher-1": [], "sandwicher-2": [] };
        const participants = Object.entries(heard).map(([account, news]): Participant => {
          const searcher = searcherWith(0, news, account);
          return { agent: searcher, searcher, random: () => 0 };
        });
        const crowd = { agent: { sender: "trader", decide: () => [] }, searcher: null, random: () => 0 } as const;
        tellSearchers([crowd, ...participants], BLOCK, built, outcomes);
        for (const [account, news] of Object.entries(heard)) {
          const isOwn = ({ from }: { readonly from: string }): boolean => from === account;
          expect(news).to.deep.equal([
            {
              block: BLOCK,
              mined: outcomes.filter(({ tx }) => isOwn(tx)),
              included: built.included.filter(isOwn),
              leftOut: built.leftOut.map(({ bundle }) => bundle).filter(isOwn),
            },
          ]);
        }
      }),
    );
  });
});
