import { stream } from "../core/random.ts";
import type { AccountId, BlockEnv } from "../core/words.ts";
import type { Quote } from "../amm/search-arbitrage.ts";
import { recentVolatility } from "../market/recent-volatility.ts";
import { buildBlock } from "../mempool/build-block.ts";
import { withoutMined } from "../mempool/mempool.ts";
import { Audit } from "./audit.ts";
import { openBooks } from "./books/open-books.ts";
import { checkBundles } from "./check-bundles.ts";
import { countBundled } from "./count-bundled.ts";
import { decideAll } from "./decide.ts";
import { tellSearchers } from "./tell-searchers.ts";
import { genesisOf } from "./genesis.ts";
import { History } from "./history.ts";
import { type Moment, momentOf, type Track } from "./moment.ts";
import { refreshFee } from "./refresh-fee.ts";
import { participantsOf } from "./participants.ts";
import { recordBlock } from "./record-block.ts";
import type { Run } from "./run.ts";
import { openSimulation } from "./simulation.ts";
import { sellArrivals } from "./sell-arrivals.ts";
import { creditDueDeposits } from "./transfers.ts";
import { haltsOf } from "./halts-of.ts";
import { hedgersPrices } from "./hedgers-prices.ts";
import type { Watcher } from "./watcher.ts";
import type { World } from "./world.ts";

/**
 * The main loop: drives a pool and its hedgers along a price path, block by block, in the one order that the model allows.
 *
 * @throws IdentityError when the books do not balance, naming the block
 */
export async function runCrash(world: World, watcher?: Watcher): Promise<Run> {
  const venue = await world.openVenue(genesisOf(world));
  try {
    const start = await venue.state();
    const sim = openSimulation(world, start.pool, start.balances);
    const quote: Quote = (side, amountIn) => venue.quote?.(side, amountIn) ?? 0n;
    const books = openBooks(world, sim);
    const participants = participantsOf(world, sim);
    const volatility = recentVolatility(world.settings.agents.usualVolatility);
    const chance = stream(world.seed, "ordering");
    const audit = new Audit(sim, start);
    watcher?.begin(sim.accounts, start.pool);
    const history = new History(start.pool, books.all);
    const { gasLimit } = world.settings.mempool;
    const keep = (moment: Moment, events: Parameters<History["add"]>[1]): void => {
      const gasFloorGwei = Number(sim.fees.floor(moment.time)) / 1e9;
      history.add({ moment, pool: sim.pool, books: books.all, gasFloorGwei, pending: sim.mempool.pending.length }, events);
    };
    const { reference } = sim;
    const mover = books.all.find(({ name }) => name === world.settings.hedger.mover)?.reacting() ?? null;
    const track: Track = { times: world.times, prices: reference.prices, sessions: world.sessions };
    keep(momentOf(track, 0), []);

    const blocks = world.times.length - 1;
    const standsStill = haltsOf(world, track);
    const pricesOfHedgers = hedgersPrices(world.settings);
    let haltedBlocks = 0;
    let wasHalted = false;
    for (let block = 1; block <= blocks; block += 1) {
      world.signal?.throwIfAborted();

      // 1. The reference price moves; what is held at the start of the block earns the exposure.
      reference.reach(block);
      const step = momentOf(track, block);
      volatility.observe(step.from, step.to, step.seconds);
      const isHalted = standsStill(block);
      const moment: Moment = {
        ...step,
        ...pricesOfHedgers(step),
        volatility: volatility.ratio(),
        isHalted,
        isGap: step.isGap || wasHalted,
      };
      wasHalted = isHalted;
      if (isHalted) haltedBlocks += 1;
      creditDueDeposits(sim, moment.time, moment.priceAfter);
      sellArrivals(world, sim, moment);

      // 2. Agents decide, the block is built and executed, every swap is marked at the new price.
      const env: BlockEnv = { number: block, timestamp: moment.time, baseFee: sim.fees.baseFee };
      await decideAll(world, sim, participants, moment, env, quote);
      const rules = { baseFee: env.baseFee, floor: sim.fees.floor(moment.time), gasLimit };
      const fundsOf = (account: AccountId): bigint => sim.accounts.balance(account, "chain", "gas");
      const workplace = { ordering: world.ordering, random: chance, openTrial: () => venue.trial(env) };
      const built = await buildBlock(sim, rules, world.visitors === undefined ? workplace : { ...workplace, fundsOf });
      countBundled(sim, built);
      sim.mempool = withoutMined(sim.mempool, built.ordered);
      const outcomes = await venue.execute(env, built.ordered);
      const record = recordBlock(world, sim, moment, env, built.ordered, outcomes);
      checkBundles(block, built, outcomes);
      sim.fees.next(moment.time, record.gasUsed);
      tellSearchers(participants, block, built, outcomes);
      watcher?.note({ moment, env, built, outcomes, record, accounts: sim.accounts });

      // 3. Hedgers trade at the reference market. 4. Everything is marked, and the identities are checked.
      books.share.step(moment, record.events, sim.pool);
      const bookStep = { moment, tauAfter: books.tau(moment.time), share: books.share };
      for (const book of books.all) book.step(bookStep);
      const state = await venue.state();
      audit.check(moment, sim, record, state, books.all);
      refreshFee(sim, state.pool);
      keep(moment, record.events);
      await world.onBlock?.(block, blocks);
    }

    const pendingOf = (sender: string): number => sim.mempool.pending.filter((tx) => tx.sender === sender).length;
    return {
      series: history.series,
      swaps: history.swaps,
      liquidityChange: history.liquidityChange,
      statement: books.all.map((book) => book.statement(blocks)),
      haltedBlocks,
      mover,
      senders: sim.counts.report(sim.profits, pendingOf),
      identities: audit.report(),
      engine: { name: venue.name, gas: sim.gasMeter.report(), gasDifference: sim.gasMeter.total.toString(), facts: await venue.facts() },
    };
  } finally {
    await venue.close();
  }
}
