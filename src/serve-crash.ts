import type { NetworkManager } from "hardhat/types/network";
import { visitorAccounts } from "./core/account-names.ts";
import type { Endowment, Genesis, Venue } from "./core/words.ts";
import { type CrashOptions, watchCrash } from "./crash.ts";
import { MevRecorder } from "./engine/mev/mev-recorder.ts";
import { gasLimit } from "./mempool/gas-limit.ts";
import { gasLimitOf } from "./mempool/gas-schedule.ts";
import { orderingOf } from "./mempool/ordering/ordering-of.ts";
import { type MevRun, mevResult } from "./mev.ts";
import { DEFAULT_SCENARIO, findScenario } from "./scenarios/find-scenario.ts";
import { flatOverrides } from "./scenarios/flat-overrides.ts";
import { mevSettings } from "./scenarios/mev-settings.ts";
import { resolveSettings } from "./scenarios/settings.ts";
import { openServer } from "./serve/open-server.ts";
import { type Ground, openChainVenue } from "./venues/chain/chain-venue.ts";
import { COINBASE, type Layout, walletAddress, walletKey } from "./venues/chain/layout.ts";
import { CRASH_NETWORK } from "./venues/chain/network.ts";
import { type SignedWire, signedWire } from "./venues/chain/signed-wire.ts";
import { CrashNode } from "./visitors/crash-node.ts";
import { FEED } from "./visitors/feed.ts";
import type { Pace } from "./visitors/pace.ts";

export interface ServeOptions extends Omit<CrashOptions, "engine"> {
  /** 0 for any that is free. */
  readonly port: number;
  readonly pace: Pace;
  /** How long the last block can be read before the server closes, unless somebody asks for another. */
  readonly graceMilliseconds?: number;
  /** Called before the first block, when visitors can come. */
  readonly onOpen?: (invitation: Invitation) => void | Promise<void>;
}

/** All that a visitor needs to know. */
export interface Invitation {
  readonly url: string;
  readonly wsUrl: string;
  readonly chainId: number;
  readonly accounts: readonly (Pick<Endowment, "base" | "quote" | "gas"> & { readonly address: string; readonly privateKey: string })[];
  /** Addresses by what stands there; what the run does not have is absent. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** Wallets for visitors where nobody says how many. */
const VISITORS = 3;

/**
 * Runs a crash as a JSON-RPC node on 127.0.0.1 that any client can join with its own bot, and accounts for what it took like for everybody else: what
 * `npx hardhat crash serve` does. Settings are those of a run about extraction, with an auction for bundles.
 *
 * @throws what `runMev` throws, and InputError `SERVE_PORT` for a port that cannot be had
 */
export async function serveCrash(options: ServeOptions): Promise<MevRun> {
  const { scenario: wanted = DEFAULT_SCENARIO, pace, signal } = options;
  const scenario = typeof wanted === "string" ? findScenario(wanted) : wanted;
  const own = { ...mevSettings(scenario), "agents.visitors": VISITORS, "mempool.ordering": "bundle-auction" };
  const set = { ...own, ...Object.fromEntries(flatOverrides(options.set ?? {})) };
  const { agents, mempool } = resolveSettings(scenario, set);
  const node = new CrashNode({
    pace,
    visitors: agents.visitors,
    gasLimit: mempool.gasLimit,
    takesBundles: orderingOf(mempool).takesBundles,
    graceMilliseconds: options.graceMilliseconds ?? (pace.kind === "step" ? 10_000 : 1_000),
    signal,
  });
  const server = await openServer(node, { port: options.port });
  try {
    const network = options.network ?? (await import("hardhat")).network;
    const openVenue = async (genesis: Genesis): Promise<Venue> => {
      const visited = await openVisitedVenue(network, genesis, () => node.finish());
      const addresses = addressesIn(visited.layout);
      await node.attach({ ...visited, addresses });
      const { url, wsUrl } = server;
      await options.onOpen?.({ url, wsUrl, chainId: Number(visited.chainId), accounts: accountsOf(genesis, agents.visitors), addresses });
      return visited.venue;
    };
    const recorder = new MevRecorder();
    const crash = await watchCrash({ ...options, scenario, set }, recorder, { openVenue, visitors: node });
    return { crash, mev: mevResult(crash, recorder) };
  } finally {
    await server.close();
  }
}

/** A chain that signs everything, and what is needed to reach it. */
interface Visited extends Ground {
  readonly venue: Venue;
  readonly wire: SignedWire;
  readonly chainId: bigint;
}

async function openVisitedVenue(network: NetworkManager, genesis: Genesis, finish: () => Promise<void>): Promise<Visited> {
  const connection = await network.create(CRASH_NETWORK);
  const close = async (): Promise<void> => {
    await finish();
    await connection.close();
  };
  try {
    const { provider } = connection;
    const chainId = BigInt((await provider.request({ method: "eth_chainId" })) as string);
    const found: (Ground & { readonly wire: SignedWire })[] = [];
    const wire = (ground: Ground): SignedWire => {
      const signed = signedWire(ground, ({ action }) => gasLimit(action), Number(chainId));
      found.push({ ...ground, wire: signed });
      return signed;
    };
    const venue = await openChainVenue(provider, genesis, { gasLimitOf, close, wire });
    return { ...found[0]!, venue, chainId };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function accountsOf({ endowments }: Genesis, visitors: number): Invitation["accounts"] {
  return visitorAccounts(visitors).map((account) => {
    const { base = 0n, quote = 0n, gas = 0n } = endowments.find((each) => each.account === account) ?? {};
    return { address: walletAddress(account), privateKey: walletKey(account), base, quote, gas };
  });
}

function addressesIn({ weth, usdc, factory, router, pair, sidePair, lending }: Layout): Invitation["addresses"] {
  return {
    weth,
    usdc,
    factory,
    router,
    pair,
    ...(sidePair === null ? {} : { sidePair }),
    feed: FEED,
    ...(lending === null ? {} : { lendingMarket: lending.market, oracle: lending.oracle }),
    builder: COINBASE,
  };
}
