import { InputError } from "../core/errors.ts";
import type { Scenario } from "./scenario.ts";

/** Flashbots' auction opened in January 2021: before it a place in a block could be bought by the price of gas alone. */
const FIRST_BUNDLES = Date.UTC(2021, 0, 1) / 1000;

type Overrides = Readonly<Record<string, string | number>>;

/** What a run about extraction sets instead of a scenario's settings: searchers of every kind, two of each, and the auction of the scenario's era. */
export function mevSettings({ from, market }: Pick<Scenario, "from" | "market">): Overrides {
  const hasBundles = market.kind === "process" || from >= FIRST_BUNDLES;
  return {
    "mempool.ordering": hasBundles ? "bundle-auction" : "priority-fee",
    "pool.sideShare": 0.2,
    "agents.arbitrageBidding": "auction",
    "agents.crossPoolArbitrageurs": 2,
    "agents.sandwichers": 2,
    "agents.backRunners": 2,
    "agents.liquidators": 2,
    "agents.poolHedgedShare": 0.05,
    "lending.borrowers": 12,
  };
}

/** What can be taken out of a run to see what it did, and the settings without it. */
const REMOVALS: Readonly<Record<string, Overrides>> = {
  sandwich: { "agents.sandwichers": 0 },
  "back-run": { "agents.backRunners": 0 },
  "cross-pool": { "agents.crossPoolArbitrageurs": 0 },
  arbitrage: { "agents.arbitrageurs": 0 },
  competition: {
    "agents.arbitrageurs": 1,
    "agents.crossPoolArbitrageurs": 1,
    "agents.sandwichers": 1,
    "agents.backRunners": 1,
    "agents.liquidators": 1,
  },
  liquidation: { "agents.liquidators": 0, "lending.borrowers": 0 },
  congestion: { "mempool.gasPrices": "constant", "mempool.floorGwei": 1, "mempool.bidSpreadGwei": 1 },
};

/** @throws InputError `WITHOUT_UNKNOWN` for what cannot be taken out */
export function removalOf(name: string): Overrides {
  const found = Object.hasOwn(REMOVALS, name) ? REMOVALS[name] : undefined;
  if (found !== undefined) return found;
  throw new InputError("WITHOUT_UNKNOWN", `there is nothing called ${name} to take out of a run`, {
    value: name,
    allowed: Object.keys(REMOVALS).join(", "),
  });
}

/**
 * What traders do to protect themselves: `private` sends every trade to the builder alone, `slippage=0.001` accepts no more than so much below the quote.
 *
 * @throws InputError `PROTECT_UNKNOWN` for anything else
 */
export function protectionOf(text: string): Overrides {
  if (text === "private") return { "agents.privateShare": 1 };
  const [name, value = ""] = text.split("=");
  // The setting itself says what range is allowed.
  if (name === "slippage" && value !== "") return { "agents.slippageTolerance": value };
  throw new InputError("PROTECT_UNKNOWN", "there is no such protection", {
    value: text,
    allowed: "private, or slippage=SHARE such as slippage=0.001",
  });
}
