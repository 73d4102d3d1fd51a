import { firstLiquidity, minimumLiquidity } from "../amm/uniswap-v2.ts";
import { BRIDGE, executorOf, LP, OTHER_LPS } from "../core/account-names.ts";
import type { AccountId, Endowment, Genesis } from "../core/words.ts";
import { type Accounts, LIQUIDITY_ISSUE } from "../ledger/accounts.ts";
import type { World } from "./world.ts";

/** Gas money of every wallet: more than any run burns. */
const GAS = 100_000n * 10n ** 18n;
/** Stock of a trader's account and of the bridge and the other liquidity providers, in shares of the pool's reserves. */
const TRADER_SHARE = 5n; // a fifth
const OTHERS_MULTIPLE = 2n;

/** Wallets of the arbitrageurs of a run. */
export function arbitrageurAccounts(world: World): readonly AccountId[] {
  return Array.from({ length: world.settings.agents.arbitrageurs }, (_, i) => `arbitrageur-${i + 1}`);
}

/** Wallets that the traders of a run share. */
export function traderAccounts(world: World): readonly AccountId[] {
  const count = world.settings.agents.turnover > 0 ? world.settings.agents.traderAccounts : 0;
  return Array.from({ length: count }, (_, i) => `trader-${i + 1}`);
}

/** Stock of each asset that an arbitrageur wants at each place. */
export function arbitrageurTarget(world: World): { readonly base: bigint; readonly quote: bigint } {
  const ppm = BigInt(Math.round(world.settings.agents.arbitrageurStock * 1e6));
  return { base: (world.pool.base * ppm) / 1_000_000n, quote: (world.pool.quote * ppm) / 1_000_000n };
}

/** The chain before the first block. */
export function genesisOf(world: World): Genesis {
  const target = arbitrageurTarget(world);
  const arbitrageurs = arbitrageurAccounts(world).flatMap((account): Endowment[] => [
    { account, type: "wallet", base: 0n, quote: 0n, gas: GAS },
    { account: executorOf(account), type: "executor", owner: account, ...target, gas: 0n },
  ]);
  const trader = { base: world.pool.base / TRADER_SHARE, quote: world.pool.quote / TRADER_SHARE };
  const stock = { base: world.pool.base * OTHERS_MULTIPLE, quote: world.pool.quote * OTHERS_MULTIPLE };
  return {
    timestamp: world.times[0] ?? 0,
    pool: world.pool,
    lpSharePpm: world.lpSharePpm,
    endowments: [
      { account: LP, type: "wallet", base: 0n, quote: 0n, gas: GAS },
      { account: OTHER_LPS, type: "wallet", ...stock, gas: GAS },
      { account: BRIDGE, type: "wallet", ...stock, gas: GAS },
      ...arbitrageurs,
      ...traderAccounts(world).map((account): Endowment => ({ account, type: "wallet", ...trader, gas: GAS })),
    ],
  };
}

/** Writes into the ledger what everybody starts with, on the chain and at the reference market. */
export function openAccounts(accounts: Accounts, genesis: Genesis, world: World): void {
  for (const { account, base, quote, gas } of genesis.endowments) {
    accounts.open(account, "chain", "base", base);
    accounts.open(account, "chain", "quote", quote);
    accounts.open(account, "chain", "gas", gas);
  }
  const { pool } = genesis;
  accounts.open("pair", "chain", "base", pool.base);
  accounts.open("pair", "chain", "quote", pool.quote);
  const minted = firstLiquidity(pool.base, pool.quote);
  const lp = (minted * BigInt(genesis.lpSharePpm)) / 1_000_000n;
  accounts.open(LP, "chain", "liquidity", lp);
  accounts.open(OTHER_LPS, "chain", "liquidity", minted - lp);
  accounts.open("zero", "chain", "liquidity", minimumLiquidity);
  accounts.open(LIQUIDITY_ISSUE, "chain", "liquidity", -minted - minimumLiquidity);
  // Every WETH is backed by ETH that the token's contract holds.
  accounts.open(
    "weth",
    "chain",
    "gas",
    genesis.endowments.reduce((sum, each) => sum + each.base, pool.base),
  );

  const target = arbitrageurTarget(world);
  for (const account of arbitrageurAccounts(world)) {
    accounts.open(account, "reference", "base", target.base);
    accounts.open(account, "reference", "quote", target.quote);
  }
  accounts.open(BRIDGE, "reference", "base", pool.base * OTHERS_MULTIPLE);
  accounts.open(BRIDGE, "reference", "quote", pool.quote * OTHERS_MULTIPLE);
}
