import type { Agent } from "../agents/agent.ts";
import { arbitrageur } from "../agents/arbitrageur.ts";
import { bridge } from "../agents/bridge.ts";
import { liquidityProviders } from "../agents/liquidity-provider.ts";
import { traders } from "../agents/trader.ts";
import type { View } from "../agents/view.ts";
import { BRIDGE, executorOf, OTHER_LPS } from "../core/account-names.ts";
import { type Random, stream } from "../core/random.ts";
import { arbitrageurAccounts, arbitrageurTarget, traderAccounts } from "./genesis.ts";
import type { Simulation } from "./simulation.ts";
import { takeDuePayouts } from "./transfers.ts";
import type { World } from "./world.ts";

/** An agent and the stream that only it draws from. */
export interface Participant {
  readonly agent: Agent;
  readonly random: Random;
}

/** Everybody who acts on chain, in the order in which they decide; none sees what another decides in the same block. */
export function participantsOf(world: World, sim: Simulation): readonly Participant[] {
  const { agents, market, mempool } = world.settings;
  const { repriceBlocks } = mempool;
  const named: (readonly [string, Agent])[] = [
    ["liquidity-providers", liquidityProviders(OTHER_LPS, world.liquidityChanges, repriceBlocks)],
    ["bridge", bridge(BRIDGE, (view: View) => takeDuePayouts(sim, view.time), repriceBlocks)],
    ["traders", traders({ accounts: traderAccounts(world), settings: agents, repriceBlocks })],
    ...arbitrageurAccounts(world).map((account) => {
      const options = {
        account,
        executor: executorOf(account),
        target: arbitrageurTarget(world),
        latency: agents.arbitrageurLatency,
        cost: market.cost,
        minimumProfit: agents.minimumProfit,
        repriceBlocks,
      };
      return [account, arbitrageur(options)] as const;
    }),
  ];
  return named.map(([name, agent]) => ({ agent, random: stream(world.seed, name) }));
}
