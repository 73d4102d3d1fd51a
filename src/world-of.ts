import { swapFee } from "./amm/swap-fee.ts";
import type { Amounts } from "./amm/uniswap-v2.ts";
import type { Genesis, Venue } from "./core/words.ts";
import type { World } from "./engine/world.ts";
import { constantGas, type GasPrices } from "./market/gas-prices.ts";
import { followingGas } from "./market/following-gas.ts";
import { lendingMarketOf } from "./lending/lending-market-of.ts";
import { orderingOf } from "./mempool/ordering/ordering-of.ts";
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
  { times, prices, sessions }: DrawnPath,
  openVenue: World["openVenue"],
  hooks: Partial<Pick<World, "onBlock" | "signal" | "ordering">> = {},
): World {
  const start = startPool(scenario, settings, prices[0] ?? 0n);
  return {
    seed,
    times,
    prices,
    sessions,
    volatilityIndex:
      scenario.volatility === null
        ? null
        : { times: scenario.volatility.times, levels: scenario.volatility.closes.map((close) => close / 100) },
    halts: scenario.halts ?? [],
    gas: gasOf(scenario, settings, { times, prices }),
    sidePool: sidePoolOf(start, settings),
    lending: lendingMarketOf(start, settings, prices[0] ?? 0n),
    pool: { ...start, fee: swapFee(settings.pool.fee) },
    lpSharePpm: Math.round(settings.pool.lpShare * 1e6),
    liquidityChanges: settings.pool.liquidity === "recorded" ? (scenario.recordedPool?.liquidityChanges ?? []) : [],
    settings,
    openVenue,
    ordering: hooks.ordering ?? orderingOf(settings.mempool),
    ...(hooks.onBlock === undefined ? {} : { onBlock: hooks.onBlock }),
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
  };
}

/** The twin, whose gas is as the ledger schedules it. */
export async function openTwin(genesis: Genesis): Promise<Venue> {
  return openTwinVenue(genesis, { gasOf: (tx, isFirst, ending, course) => scheduledGas(tx.action, isFirst, ending, course) });
}

function sidePoolOf({ base, quote }: Amounts, { pool }: Settings): Amounts | null {
  const ppm = BigInt(Math.round(pool.sideShare * 1e6));
  return ppm === 0n ? null : { base: (base * ppm) / 1_000_000n, quote: (quote * ppm) / 1_000_000n };
}

function gasOf(scenario: Scenario, { mempool, agents }: Settings, path: Pick<DrawnPath, "times" | "prices">): GasPrices {
  const constant = constantGas(mempool.floorGwei, mempool.bidSpreadGwei);
  if (mempool.gasPrices === "volatility") return followingGas(path, agents.usualVolatility, constant.at(0));
  return (mempool.gasPrices === "recorded" ? scenario.gas : null) ?? constant;
}
