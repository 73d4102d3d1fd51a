import { network } from "hardhat";
import type { BlockEnv, Genesis, MaybePromise, Outcome, Tx, Venue } from "../../src/core/words.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { worldOf } from "../../src/world-of.ts";
import { type Parts, soundParts } from "../../src/engine/parts.ts";
import type { Run } from "../../src/engine/run.ts";
import { runCrash } from "../../src/engine/run-crash.ts";
import type { World } from "../../src/engine/world.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import type { Overrides } from "../../src/scenarios/flat-overrides.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { openChainVenue } from "../../src/venues/chain/chain-venue.ts";
import { CRASH_NETWORK } from "../../src/venues/chain/network.ts";
import type { Provider } from "../../src/venues/chain/rpc.ts";

/** Executes a block, the way that a venue does. */
type Execute = (env: BlockEnv, ordered: readonly Tx[]) => MaybePromise<readonly Outcome[]>;

/** What a test does to a world before it is run. */
export interface Changes {
  readonly parts?: Partial<Parts>;
  /** In place of the venue's own way to execute a block. */
  readonly execute?: (execute: Execute, env: BlockEnv, ordered: readonly Tx[]) => MaybePromise<readonly Outcome[]>;
  /** Called before each request to the chain, behind the venue's back. */
  readonly onRequest?: (provider: Provider, method: string) => Promise<void>;
  /** Other settings of the world itself. */
  readonly world?: Partial<World>;
}

/** Runs a scenario on the chain, with whatever a test has changed about it. */
export async function runWorld(scenario: Scenario, seed: number, set: Overrides, changes: Changes = {}): Promise<Run> {
  const settings = resolveSettings(scenario, set);
  const world = worldOf(scenario, settings, seed, drawPath(scenario, settings, seed), (genesis) => openChangedVenue(genesis, changes));
  return runCrash({ ...world, ...changes.world, parts: { ...soundParts, ...changes.parts } });
}

async function openChangedVenue(genesis: Genesis, { execute, onRequest }: Changes): Promise<Venue> {
  const connection = await network.create(CRASH_NETWORK);
  const inner: Provider = { request: (args) => connection.provider.request(args) };
  let isRunning = false;
  const provider: Provider = {
    request: async (args) => {
      if (isRunning) await onRequest?.(inner, args.method);
      return inner.request(args);
    },
  };
  const venue = await openChainVenue(provider, genesis, { gasLimitOf, close: () => connection.close() });
  isRunning = true;
  return execute === undefined
    ? venue
    : { ...venue, execute: (env, ordered) => execute((...args) => venue.execute(...args), env, ordered) };
}
