import type { Agent } from "../agents/agent.ts";
import { arbitrageur } from "../agents/arbitrageur.ts";
import { bridge } from "../agents/bridge.ts";
import { liquidityProviders } from "../agents/liquidity-provider.ts";
import { leavingProviders } from "../agents/leaving-providers.ts";
import type { Searcher } from "../agents/searcher.ts";
import { oracleKeeper } from "../agents/oracle-keeper.ts";
import { poolHedger } from "../agents/pool-hedger.ts";
import type { QuotingAgent } from "../agents/quoting-agent.ts";
import { quotingArbitrageur } from "../agents/quoting-arbitrageur.ts";
import { quotingTraders, traders } from "../agents/trader.ts";
import type { View } from "../agents/view.ts";
import { BRIDGE, executorOf, ORACLE, OTHER_LPS, POOL_HEDGER } from "../core/account-names.ts";
import { type Random, stream } from "../core/random.ts";
import { searcherAccounts, searcherStock, traderAccounts } from "./genesis.ts";
import { searchersOf } from "./searchers-of.ts";
import type { AccountId, PriceE8 } from "../core/words.ts";
import type { Simulation } from "./simulation.ts";
import { takeDuePayouts } from "./transfers.ts";
import type { World } from "./world.ts";

/** An agent and the stream that only it draws from. */
export interface Participant {
  readonly agent: Agent | QuotingAgent;
  /** The same agent, where it is a searcher. */
  readonly searcher: Searcher | null;
  readonly random: Random;
}

/** Everybody who acts on chain, in the order in which they decide; none sees what another decides in the same block. */
export function participantsOf(world: World, sim: Simulation): readonly Participant[] {
  const { agents, market, mempool } = world.settings;
  const { repriceBlocks } = mempool;
  const isQuoted = world.ownPool?.isModelled === false;
  const named: (readonly [string, Agent | QuotingAgent])[] = [
    ["liquidity-providers", providersOf(world)],
    ["bridge", bridge(BRIDGE, (view: View) => takeDuePayouts(sim, view.time), repriceBlocks)],
    ...oracleOf(world, sim.reference.prices),
    ...poolHedgerOf(world),
    ["traders", (isQuoted ? quotingTraders : traders)({ accounts: traderAccounts(world), settings: agents, repriceBlocks })],
    ...arbitrageursAtGasPrice(world).map((account) => {
      const options = {
        account,
        executor: executorOf(account),
        target: searcherStock(world, "arbitrageur"),
        latency: agents.arbitrageurLatency,
        cost: market.cost,
        minimumProfit: agents.minimumProfit,
        repriceBlocks,
      };
      return [account, isQuoted ? quotingArbitrageur(options) : arbitrageur(options)] as const;
    }),
  ];
  const searchers = searchersOf(world).map((searcher): Participant => ({
    agent: searcher,
    searcher,
    random: stream(world.seed, searcher.account),
  }));
  return [...named.map(([name, agent]) => ({ agent, searcher: null, random: stream(world.seed, name) })), ...searchers];
}

/** The other liquidity providers, who do what is recorded unless they are set to leave when it hurts. */
function providersOf({ liquidityChanges, settings: { agents, mempool } }: World): Agent {
  const { exitLoss, exitDepth, exitSale } = agents;
  const { repriceBlocks } = mempool;
  if (exitLoss === 0 && exitDepth === 0) return liquidityProviders(OTHER_LPS, liquidityChanges, repriceBlocks);
  return leavingProviders({ account: OTHER_LPS, exitLoss, exitDepth, exitSale, repriceBlocks });
}

/** Arbitrageurs who take the price of gas as given; those who bid in the auction are searchers. */
function arbitrageursAtGasPrice(world: World): readonly AccountId[] {
  return world.settings.agents.arbitrageBidding === "gas-price" ? searcherAccounts(world).arbitrageur : [];
}

/** The keeper of the lending market's oracle, where there is a market. */
function oracleOf({ lending, settings, times }: World, prices: readonly PriceE8[]): readonly (readonly [string, Agent])[] {
  if (lending === null) return [];
  const { oracleDelay, oracleSeconds } = settings.lending;
  const priceAt = (time: number): PriceE8 =>
    prices[
      Math.max(
        0,
        times.findLastIndex((each) => each <= time - oracleDelay),
      )
    ] ?? lending.firstPrice;
  const options = {
    account: ORACLE,
    oracle: lending.oracle,
    seconds: oracleSeconds,
    priceAt,
    repriceBlocks: settings.mempool.repriceBlocks,
  };
  return [["oracle", oracleKeeper(options)]];
}

/** Who hedges through the pool, where anybody does. */
function poolHedgerOf({ settings: { agents, hedger, mempool } }: World): readonly (readonly [string, Agent])[] {
  const { poolHedgedShare: share, slippageTolerance, deadlineSeconds } = agents;
  if (share === 0) return [];
  const { repriceBlocks } = mempool;
  return [
    [
      "pool-hedger",
      poolHedger({ account: POOL_HEDGER, share, interval: hedger.interval, slippageTolerance, deadlineSeconds, repriceBlocks }),
    ],
  ];
}
