import { swapFee } from "./amm/swap-fee.ts";
import type { Genesis, Venue } from "./core/words.ts";
import type { World } from "./engine/world.ts";
import { constantGas, type GasPrices } from "./market/gas-prices.ts";
import { scheduledGas } from "./mempool/gas-schedule.ts";
import type { DrawnPath } from "./scenarios/draw-path.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import type { Settings } from "./scenarios/settings.ts";
import { startPool } from "./scenarios/start-pool.ts";
import { openTwinVenue } from "./venues/twin/twin-venue.ts";

/** The world that a scenario and its settings stand for, on one path of prices. */
export function worldOf(
  scenario: Scenario,
  settings: Settings,
  seed: number,
  { times, prices }: DrawnPath,
  openVenue: World["openVenue"],
  hooks: Pick<World, "onBlock" | "signal"> = {},
): World {
  return {
    seed,
    times,
    prices,
    gas: gasOf(scenario, settings),
    pool: { ...startPool(scenario, settings, prices[0] ?? 0n), fee: swapFee(settings.pool.fee) },
    lpSharePpm: Math.round(settings.pool.lpShare * 1e6),
    liquidityChanges: settings.pool.liquidity === "recorded" ? (scenario.recordedPool?.liquidityChanges ?? []) : [],
    settings,
    openVenue,
    ...(hooks.onBlock === undefined ? {} : { onBlock: hooks.onBlock }),
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
  };
}

/** The twin, whose gas is as the ledger schedules it. */
export async function openTwin(genesis: Genesis): Promise<Venue> {
  return openTwinVenue(genesis, { gasOf: (tx, isFirst, ending) => scheduledGas(tx.action, isFirst, ending) });
}

function gasOf(scenario: Scenario, { mempool }: Settings): GasPrices {
  const recorded = mempool.gasPrices === "recorded" ? scenario.gas : null;
  return recorded ?? constantGas(mempool.floorGwei, mempool.bidSpreadGwei);
}
