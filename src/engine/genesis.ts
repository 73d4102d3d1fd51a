import { collateralOf } from "../lending/collateral-of.ts";
import { firstLiquidity, minimumLiquidity } from "../amm/uniswap-v2.ts";
import {
  BRIDGE,
  COINBASE,
  executorOf,
  LENDER,
  LENDING_MARKET,
  LP,
  ORACLE,
  OTHER_LPS,
  POOL_HEDGER,
  SIDE_PAIR,
  visitorAccounts,
} from "../core/account-names.ts";
import { hasReferenceStock } from "../ledger/has-reference-stock.ts";
import type { AccountId, Endowment, Genesis, LendingGenesis, VenueState } from "../core/words.ts";
import { type Accounts, LIQUIDITY_ISSUE } from "../ledger/accounts.ts";
import type { World } from "./world.ts";

/** Kinds of those who live on arbitrage and extraction, in the order in which they decide. */
const SEARCHER_KINDS = ["arbitrageur", "cross-pool-arbitrageur", "sandwicher", "back-runner", "liquidator"] as const;
export type SearcherKind = (typeof SEARCHER_KINDS)[number];

/** Gas money of every wallet: more than any run burns. */
const GAS = 100_000n * 10n ** 18n;
/** Of a visitor, which could make base of it. */
const VISITOR_GAS = 1_000n * 10n ** 18n;
/** The smallest unit of each, since to write a balance that was zero costs gas that no later one does. */
const NOTHING = { base: 1n, quote: 1n } as const;
/** Stock of a trader's account and of the bridge and the other liquidity providers, in shares of the pool's reserves. */
const TRADER_SHARE = 5n; // a fifth
const OTHERS_MULTIPLE = 2n;

/** Names of several of a kind: `arbitrageur-1` and so on. */
function numbered(kind: string, count: number): readonly AccountId[] {
  return Array.from({ length: count }, (_, i) => `${kind}-${i + 1}`);
}

/** Wallets of those who live on arbitrage and extraction, by kind. */
export function searcherAccounts({ settings: { agents } }: World): Readonly<Record<SearcherKind, readonly AccountId[]>> {
  return {
    arbitrageur: numbered("arbitrageur", agents.arbitrageurs),
    "cross-pool-arbitrageur": numbered("cross-pool-arbitrageur", agents.crossPoolArbitrageurs),
    sandwicher: numbered("sandwicher", agents.sandwichers),
    "back-runner": numbered("back-runner", agents.backRunners),
    liquidator: numbered("liquidator", agents.liquidators),
  };
}

/** Wallets that the traders of a run share. */
export function traderAccounts(world: World): readonly AccountId[] {
  const { turnover, traderAccounts: count } = world.settings.agents;
  return numbered("trader", turnover > 0 ? count : 0);
}

/** Stock of each asset that a searcher of a kind wants on chain, and at the reference market if it trades there. */
export function searcherStock(world: World, kind: SearcherKind | "visitor"): { readonly base: bigint; readonly quote: bigint } {
  const { arbitrageurStock, searcherCapital } = world.settings.agents;
  const ppm = BigInt(Math.round((kind === "arbitrageur" ? arbitrageurStock : searcherCapital) * 1e6));
  return { base: (world.pool.base * ppm) / 1_000_000n, quote: (world.pool.quote * ppm) / 1_000_000n };
}

/** The chain before the first block. */
export function genesisOf(world: World): Genesis {
  const searchers = SEARCHER_KINDS.flatMap((kind) =>
    searcherAccounts(world)[kind].flatMap((account): Endowment[] => {
      if (kind === "liquidator") return [{ account, type: "wallet", ...liquidatorStock(world), gas: GAS }];
      return [
        { account, type: "wallet", base: 0n, quote: 0n, gas: GAS },
        kind === "cross-pool-arbitrageur"
          ? { account: executorOf(account), type: "flash-executor", owner: account, ...NOTHING, gas: 0n }
          : { account: executorOf(account), type: "executor", owner: account, ...searcherStock(world, kind), gas: 0n },
      ];
    }),
  );
  const trader = { base: world.pool.base / TRADER_SHARE, quote: world.pool.quote / TRADER_SHARE };
  const stock = { base: world.pool.base * OTHERS_MULTIPLE, quote: world.pool.quote * OTHERS_MULTIPLE };
  return {
    timestamp: world.times[0] ?? 0,
    pool: world.pool,
    sidePool: world.sidePool,
    lending: world.lending,
    lpSharePpm: world.lpSharePpm,
    endowments: [
      { account: LP, type: "wallet", base: 0n, quote: 0n, gas: GAS },
      { account: OTHER_LPS, type: "wallet", ...stock, gas: GAS },
      { account: BRIDGE, type: "wallet", ...stock, gas: GAS },
      ...searchers,
      ...lendersAndBorrowers(world),
      ...(world.settings.agents.poolHedgedShare > 0 ? [{ account: POOL_HEDGER, type: "wallet", ...world.pool, gas: GAS } as const] : []),
      ...visitorAccounts(world.settings.agents.visitors).map((account): Endowment => ({
        account,
        type: "wallet",
        ...searcherStock(world, "visitor"),
        gas: VISITOR_GAS,
      })),
      ...traderAccounts(world).map((account): Endowment => ({ account, type: "wallet", ...trader, gas: GAS })),
    ],
  };
}

/** A liquidator pays in quote, and sells what it gets. */
function liquidatorStock(world: World): Pick<Endowment, "base" | "quote"> {
  return { base: NOTHING.base, quote: searcherStock(world, "liquidator").quote };
}

/** Borrowers hold what they have borrowed, and their collateral is the market's; the lender has lent all that it had. */
function lendersAndBorrowers({ lending }: World): readonly Endowment[] {
  if (lending === null) return [];
  return [
    { account: LENDER, type: "wallet", base: 0n, ...lent(0n), gas: GAS },
    { account: ORACLE, type: "wallet", base: 0n, quote: 0n, gas: GAS },
    ...lending.positions.map(({ borrower, debt }): Endowment => ({
      account: borrower,
      type: "wallet",
      base: NOTHING.base,
      ...lent(debt),
      gas: GAS,
    })),
  ];
}

/** Above the smallest unit, as all balances that a call of the market writes. */
function lent(quote: bigint): { readonly quote: bigint } {
  return { quote: quote + NOTHING.quote };
}

/** Collateral is in the market's hands, and what is owed is in the lender's books. */
function openLending(accounts: Accounts, lending: LendingGenesis): void {
  for (const { borrower, collateral, debt } of lending.positions) {
    accounts.open(LENDING_MARKET, "chain", "base", collateral);
    accounts.open(LENDER, "credit", "quote", debt);
    accounts.open(borrower, "credit", "quote", -debt);
  }
  accounts.open(LENDING_MARKET, "chain", "quote", NOTHING.quote);
}

/** The published pair's first liquidity, of which it locks a little. */
function openLiquidity(accounts: Accounts, { pool, lpSharePpm }: Genesis): void {
  const minted = firstLiquidity(pool.base, pool.quote);
  const lp = (minted * BigInt(lpSharePpm)) / 1_000_000n;
  accounts.open(LP, "chain", "liquidity", lp);
  accounts.open(OTHER_LPS, "chain", "liquidity", minted - lp);
  accounts.open("zero", "chain", "liquidity", minimumLiquidity);
  accounts.open(LIQUIDITY_ISSUE, "chain", "liquidity", -minted - minimumLiquidity);
}

/** Liquidity as another pool has made it. */
function openHeldLiquidity(accounts: Accounts, held: VenueState["balances"]): void {
  let issued = 0n;
  for (const [account, { liquidity }] of held) {
    if (liquidity === 0n) continue;
    accounts.open(account, "chain", "liquidity", liquidity);
    issued += liquidity;
  }
  accounts.open(LIQUIDITY_ISSUE, "chain", "liquidity", -issued);
}

/** Writes into the ledger what everybody starts with, on the chain and at the reference market. */
export function openAccounts(accounts: Accounts, genesis: Genesis, world: World, held?: VenueState["balances"]): void {
  for (const { account, base, quote, gas } of genesis.endowments) {
    accounts.open(account, "chain", "base", base);
    accounts.open(account, "chain", "quote", quote);
    accounts.open(account, "chain", "gas", gas);
  }
  accounts.open(COINBASE, "chain", "gas", 1n);
  const { pool } = genesis;
  accounts.open("pair", "chain", "base", pool.base);
  accounts.open("pair", "chain", "quote", pool.quote);
  const { sidePool } = genesis;
  if (sidePool !== null) {
    accounts.open(SIDE_PAIR, "chain", "base", sidePool.base);
    accounts.open(SIDE_PAIR, "chain", "quote", sidePool.quote);
  }
  if (genesis.lending !== null) openLending(accounts, genesis.lending);
  if (held === undefined) openLiquidity(accounts, genesis);
  else openHeldLiquidity(accounts, held);
  // Every WETH is backed by ETH that the token's contract holds.
  accounts.open(
    "weth",
    "chain",
    "gas",
    genesis.endowments.reduce((sum, each) => sum + each.base, pool.base + (sidePool?.base ?? 0n) + collateralOf(genesis)),
  );

  for (const kind of SEARCHER_KINDS.filter(hasReferenceStock)) {
    const { base, quote } = searcherStock(world, kind);
    for (const account of searcherAccounts(world)[kind]) {
      accounts.open(account, "reference", "base", base);
      accounts.open(account, "reference", "quote", quote);
    }
  }
  accounts.open(BRIDGE, "reference", "base", pool.base * OTHERS_MULTIPLE);
  accounts.open(BRIDGE, "reference", "quote", pool.quote * OTHERS_MULTIPLE);
}
