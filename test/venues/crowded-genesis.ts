import type { AccountId, Endowment, Genesis } from "../../src/core/words.ts";
import { twoPoolGenesis } from "./small-chain.ts";

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;

/** Who offers bundles, beside those of the small chain. */
const MORE: readonly AccountId[] = ["sandwicher-1", "back-runner-1"];
export const SEARCHERS: readonly AccountId[] = ["arbitrageur-1", "cross-pool-arbitrageur-1", ...MORE];
export const TRADERS: readonly AccountId[] = Array.from({ length: 6 }, (_, i) => `trader-${i + 1}`);

const stock = { base: 300n * ETHER, quote: 60_000n * DOLLAR };
const gas = 100n * ETHER;

/** Two pools, a searcher of every kind, and six traders to choose victims from. */
export const crowdedGenesis: Genesis = {
  ...twoPoolGenesis,
  endowments: [
    ...twoPoolGenesis.endowments.filter(({ account }) => !account.startsWith("trader-")),
    ...MORE.flatMap((account): readonly Endowment[] => [
      { account, type: "wallet", base: 0n, quote: 0n, gas },
      { account: `${account}-executor`, type: "executor", owner: account, ...stock, gas: 0n },
    ]),
    ...TRADERS.map((account): Endowment => ({ account, type: "wallet", ...stock, gas })),
  ],
};
