import type { NetworkManager } from "hardhat/types/network";
import { checkSeed } from "./core/check-seed.ts";
import { InputError } from "./core/errors.ts";
import type { ProbedPool, ProbeResult } from "./core/probe-result.ts";
import { probeFindings } from "./report/probe/probe-findings.ts";
import { type AttachOptions, attachPoolLab } from "./venues/chain/lab/attach-pool-lab.ts";
import { type LabOptions, openPoolLab } from "./venues/chain/lab/open-pool-lab.ts";
import type { PoolLab } from "./venues/chain/lab/pool-lab.ts";
import { checkFilled, fillLab } from "./venues/chain/lab/probes/fill-lab.ts";
import type { OpenLab } from "./venues/chain/lab/probes/open-lab.ts";
import { probePool, PROBES } from "./venues/chain/lab/probes/probe-pool.ts";
import { readDecimals } from "./venues/chain/lab/probes/read-decimals.ts";
import { refused } from "./venues/chain/lab/probes/refused.ts";
import { scoreCard } from "./venues/chain/lab/probes/score-card.ts";
import type { PairTerms, PoolBinding } from "./venues/chain/pool-binding.ts";
import type { Provider } from "./venues/chain/rpc.ts";
import { UNISWAP_V2 } from "./core/uniswap-v2-name.ts";
import { uniswapV2Pair } from "./venues/chain/uniswap-v2-pair.ts";
import { ownArtifact } from "./venues/chain/artifacts.ts";

/** A pair that stands already, on a network of Hardhat's; it is left as it was. */
export interface StandingPool extends AttachOptions {
  readonly address: string;
  /** Of the connection to the network on which it stands. */
  readonly provider: Provider;
  /** For reports; the beginning and the end of the address when absent. */
  readonly name?: string;
}

export interface ProbeOptions {
  /** The published pair when absent. */
  readonly pool?: PoolBinding | StandingPool;
  /** Another one, probed in the same way; the published pair when absent, nothing where it is null or the pool itself. */
  readonly against?: PoolBinding | StandingPool | null;
  /** What a pool that is deployed is filled with, in quote, half of it base; 1,000,000 when absent. */
  readonly value?: number;
  /** Quote for a base; 2,000 when absent. */
  readonly price?: number;
  /** Of the dust that is drawn; 1 when absent. */
  readonly seed?: number;
  /** The network manager of the Hardhat runtime; the one of the project around you when absent. */
  readonly network?: NetworkManager;
  /** Called after every probe. */
  readonly onProbe?: (done: number, probes: number) => void;
  /** Ends the work between two probes, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What is worth probing, in quote, and how many base tokens: a laboratory's wallets hold some more than the most. */
const [LEAST_VALUE, MOST_VALUE] = [1, 500_000_000];
const [LEAST_BASE, MOST_BASE] = [1e-6, 250_000_000];
const [BASE_DECIMALS, QUOTE_DECIMALS] = [18, 6];
const MILLION = 1_000_000;
/** Refusals that do not say which pool it is. */
const OWN: readonly string[] = ["POOL_REFUSES", "POOL_EMPTY", "POOL_ORDER", "POOL_RESERVES"];

/**
 * Says how a pool behaves, in numbers and scores: what `npx hardhat crash probe` does.
 *
 * @throws InputError for a pool that is none, that refuses its first deposit or every swap, and for a value and a price that cannot be
 */
export async function runProbe(options: ProbeOptions = {}): Promise<ProbeResult> {
  const { seed = 1, value = MILLION, price = 2_000, onProbe, signal } = options;
  checkSeed(seed);
  const whole = { base: baseFor(value, price), quote: value / 2 };
  const pool = options.pool ?? uniswapV2Pair();
  const against = options.against === undefined ? defaultAgainst(pool) : options.against;
  const wanted = against === null ? [pool] : [pool, against];
  const probes = PROBES * wanted.length;
  let done = 0;
  const count = (): void => {
    done += 1;
    onProbe?.(done, probes);
  };
  const network = options.network ?? (await import("hardhat")).network;
  const probed: ProbedPool[] = [];
  for (const each of wanted) {
    const common = { seed, onProbe: count, ...(signal === undefined ? {} : { signal }) };
    try {
      probed.push("address" in each ? await probeStanding(each, common) : await probeDeployed(each, network, whole, common));
    } catch (error) {
      throw named(each, error);
    }
  }
  return { schemaVersion: 1, seed, pools: apart(probed) };
}

type Common = Pick<Parameters<typeof probePool>[0], "seed" | "onProbe" | "signal">;

async function probeDeployed(
  binding: PoolBinding,
  network: NetworkManager,
  whole: Pick<ProbedPool, "base" | "quote">,
  common: Common,
): Promise<ProbedPool> {
  const { name, terms } = binding;
  const taxed = terms.transferFee ?? 0;
  const quote =
    taxed === 0
      ? {}
      : { quote: { decimals: QUOTE_DECIMALS, artifact: ownArtifact("FeeOnTransferToken"), args: [Math.round(taxed * MILLION)] } };
  const open: OpenLab = (options: LabOptions = {}) => openPoolLab(network, binding, { ...quote, ...options });
  const lab = await open();
  try {
    await fillLab(lab, unitsOf(whole.base, BASE_DECIMALS), unitsOf(whole.quote, QUOTE_DECIMALS));
    return await probeLab(lab, open, { name, kind: "deployed", address: null }, terms, common);
  } finally {
    await lab.close();
  }
}

async function probeStanding(pool: StandingPool, common: Common): Promise<ProbedPool> {
  const { address, provider, terms = { fee: 0.003 }, name = `${address.slice(0, 6)}…${address.slice(-4)}` } = pool;
  const lab = await attachPoolLab(provider, address, pool);
  try {
    // What lies in it above its reserves would count as paid in.
    const { success, reason } = await lab.do(lab.pairCall("bob", "sync()", []));
    if (!success) throw refused("sync()", reason);
    await checkFilled(lab);
    return await probeLab(lab, null, { name, kind: "standing", address: lab.places.pair }, terms, common);
  } finally {
    await lab.close();
  }
}

async function probeLab(
  lab: PoolLab,
  open: OpenLab | null,
  place: Pick<ProbedPool, "name" | "kind" | "address">,
  terms: PairTerms,
  common: Common,
): Promise<ProbedPool> {
  const decimals = await readDecimals(lab);
  const state = await lab.state();
  const whole = { base: Number(state.base) / powerOfTen(decimals.base), quote: Number(state.quote) / powerOfTen(decimals.quote) };
  const readings = await probePool({ lab, open, terms, whole, unit: 1 / powerOfTen(decimals.quote), ...common });
  const scores = scoreCard(readings);
  const pool = { ...place, terms: termsText(terms), ...whole, value: 2 * whole.quote, scores, lowest: lowestOf(scores) };
  return { ...pool, findings: probeFindings(readings), readings };
}

function lowestOf(scores: ProbedPool["scores"]): ProbedPool["lowest"] {
  return scores.reduce<ProbedPool["lowest"]>((lowest, { id, score }) => {
    if (score === null || (lowest !== null && lowest.score <= score)) return lowest;
    return { id, score };
  }, null);
}

/** @throws InputError `PROBE_VALUE` and `PROBE_PRICE` */
function baseFor(value: number, price: number): number {
  if (!(value >= LEAST_VALUE && value <= MOST_VALUE))
    throw new InputError("PROBE_VALUE", "a pool is probed with liquidity in it", {
      value: String(value),
      allowed: `a value from ${LEAST_VALUE} to ${MOST_VALUE}, in quote`,
    });
  const base = value / 2 / price;
  if (price > 0 && base >= LEAST_BASE && base <= MOST_BASE) return base;
  throw new InputError("PROBE_PRICE", "there is no pool of that value at that price", {
    value: String(price),
    allowed: `a price at which half of the value is ${LEAST_BASE} to ${MOST_BASE} of base`,
  });
}

/** A refusal says whose it is. */
function named(pool: PoolBinding | StandingPool, error: unknown): unknown {
  const name = pool.name ?? ("address" in pool ? pool.address : "");
  return error instanceof InputError && OWN.includes(error.code) ? new InputError(error.code, `${name}: ${error.message}`) : error;
}

/** Nobody is compared with oneself. */
function defaultAgainst(pool: PoolBinding | StandingPool): PoolBinding | null {
  return !("address" in pool) && pool.name === UNISWAP_V2 ? null : uniswapV2Pair();
}

/** Two pools of one name are told apart. */
function apart([one, other, ...more]: readonly ProbedPool[]): readonly ProbedPool[] {
  if (one === undefined || other === undefined) return one === undefined ? [] : [one];
  return [one, other.name === one.name ? { ...other, name: `${other.name}-2` } : other, ...more];
}

function termsText({ fee, feeGetter, quoteGetter, transferFee = 0 }: PairTerms): string {
  const swaps =
    feeGetter !== undefined
      ? `a fee that ${feeGetter} says`
      : quoteGetter !== undefined
        ? `quotes of ${quoteGetter}`
        : `a fee of ${percent(fee ?? 0)}`;
  return transferFee === 0 ? swaps : `${swaps}; the quote token keeps ${percent(transferFee)} of every transfer`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(12))} %`;
}

/** Whole tokens in smallest units, to nine digits. */
function unitsOf(tokens: number, decimals: number): bigint {
  return (BigInt(Math.round(tokens * 1e9)) * 10n ** BigInt(decimals)) / 1_000_000_000n;
}

function powerOfTen(exponent: number): number {
  return Number(10n ** BigInt(exponent));
}
