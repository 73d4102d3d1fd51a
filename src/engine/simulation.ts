import type { AccountId, Bundle, PoolState, PriceE8, VenueState } from "../core/words.ts";
import type { Transfer } from "../market/settlement.ts";
import { emptyMempool, type Mempool } from "../mempool/mempool.ts";
import { Accounts, type Posting } from "../ledger/accounts.ts";
import { GasMeter } from "../ledger/gas-meter.ts";
import { ProfitMeter } from "../ledger/profit-meter.ts";
import { SenderCounts } from "../ledger/sender-counts.ts";
import { type LendingBook, openLendingBook } from "../ledger/lending-entries.ts";
import { type FeeMarket, feeMarket } from "./fees.ts";
import { genesisOf, openAccounts } from "./genesis.ts";
import { type Parts, soundParts } from "./parts.ts";
import { Reference } from "./reference.ts";
import type { World } from "./world.ts";

/** All that changes while a run goes on, outside the venue. */
export interface Simulation {
  readonly parts: Parts;
  readonly reference: Reference;
  readonly accounts: Accounts;
  readonly fees: FeeMarket;
  readonly gasMeter: GasMeter;
  readonly profits: ProfitMeter;
  readonly counts: SenderCounts;
  mempool: Mempool;
  /** For the block at hand. */
  bundles: readonly Bundle[];
  /** Between the places, under way. */
  transfers: readonly Transfer[];
  /** The pool as the ledger predicts it; after every block it equals the venue's. */
  pool: PoolState;
  /** The second pool of the same tokens, where there is one. */
  sidePool: PoolState | null;
  /** The lending market, where there is one. */
  lending: LendingBook | null;
  /** The pools after each of the last blocks, the latest first; as many as anybody looks back. */
  poolsBefore: readonly { readonly main: PoolState; readonly side: PoolState | null }[];
  nextTxId: number;
  nextBundleId: number;
}

/**
 * The state before the first block.
 *
 * @param held what the venue says of every account, whose liquidity a pool of a user's own has made as it likes
 */
export function openSimulation(world: World, pool: PoolState, held?: VenueState["balances"]): Simulation {
  const accounts = new Accounts();
  openAccounts(accounts, genesisOf(world), world, world.ownPool === undefined ? undefined : held);
  const sidePool = world.sidePool === null ? null : { ...world.sidePool, supply: 0n };
  return {
    parts: world.parts ?? soundParts,
    reference: new Reference(world),
    accounts,
    fees: feeMarket(world.gas, world.settings.mempool, world.times[0] ?? 0),
    gasMeter: new GasMeter(),
    profits: new ProfitMeter(),
    counts: new SenderCounts(),
    mempool: emptyMempool,
    bundles: [],
    transfers: [],
    pool,
    sidePool,
    lending: world.lending === null ? null : openLendingBook(world.lending),
    poolsBefore: [{ main: pool, side: sidePool }],
    nextTxId: 1,
    nextBundleId: 1,
  };
}

/** Posts to the ledger and notes who gained by it, at the block's price. */
export function post(sim: Simulation, postings: readonly Posting[], price: PriceE8): void {
  sim.accounts.post(postings);
  sim.profits.note(postings, price);
}

/** The account that holds what is on its way between chain and reference market for an owner. */
export function transitOf(owner: AccountId): AccountId {
  return `${owner}-transit`;
}
