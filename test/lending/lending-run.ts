import { Refusal, refusal } from "../../src/amm/refusal.ts";
import type { AccountId } from "../../src/core/words.ts";
import { LENDING_MARKET } from "../../src/core/account-names.ts";
import { bid, emptyLendingMarket, kick, type LendingChange, open, restart, settle } from "../../src/lending/lending-market.ts";
import type { LendingState, Movement } from "../../src/lending/lending-state.ts";
import { type Call, callOf, type Intent } from "./draw-call.ts";
import { FIRST_PRICE, type Held, STOCK, TERMS, WALLETS } from "./scene.ts";

/** The market, its feed and its tokens, as the model has them. */
export interface LendingWorld {
  readonly time: number;
  readonly priceE8: bigint;
  readonly state: LendingState;
  readonly balances: ReadonlyMap<AccountId, Held>;
}

/** A call, and what the model makes of it. */
export interface LendingStep {
  readonly world: LendingWorld;
  readonly call: Call;
  readonly movements: readonly Movement[];
  readonly reason?: string;
}

/** How the tokens refuse a transfer of more than there is; WETH9 says nothing. */
const TOO_LITTLE = { base: "", quote: "FixedSupplyToken_InsufficientBalance" } as const;

export function newLendingWorld(time: number): LendingWorld {
  const balances = new Map([...WALLETS.map((name): [AccountId, Held] => [name, STOCK]), [LENDING_MARKET, { base: 0n, quote: 0n }]]);
  return { time, priceE8: FIRST_PRICE, state: emptyLendingMarket, balances };
}

/** Carries an intent out; a refusal takes time and changes nothing else. */
export function stepLending(world: LendingWorld, intent: Intent): LendingStep {
  const { time, call } = callOf(world.state, world.priceE8, world.time, intent);
  const later = { ...world, time };
  try {
    if (call.name === "poke") {
      if (call.from !== "keeper") throw refusal("FeedOracle_NotKeeper");
      return { world: { ...later, priceE8: call.priceE8 }, call, movements: [] };
    }
    const { state, movements } = changeOf(later, call);
    return { world: { ...later, state, balances: moved(world.balances, movements) }, call, movements };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { world: later, call, movements: [], reason: error.message };
  }
}

function changeOf({ state, priceE8, time }: LendingWorld, call: Exclude<Call, { name: "poke" }>): LendingChange {
  const how = { from: call.from, time, priceE8 };
  switch (call.name) {
    case "open":
      return open(state, TERMS, how, call.borrower, call);
    case "kick":
      return kick(state, TERMS, how, call.borrower);
    case "bid":
      return bid(state, TERMS, how, call.id, call.lot, call.amount);
    case "settle":
      return settle(state, how, call.id);
    case "restart":
      return restart(state, TERMS, how, call.id);
  }
}

function moved(balances: ReadonlyMap<AccountId, Held>, movements: readonly Movement[]): ReadonlyMap<AccountId, Held> {
  const after = new Map(balances);
  for (const { asset, from, to, amount } of movements) {
    const paying = after.get(from)!;
    if (paying[asset] < amount) throw refusal(TOO_LITTLE[asset]);
    after.set(from, { ...paying, [asset]: paying[asset] - amount });
    const paid = after.get(to)!;
    after.set(to, { ...paid, [asset]: paid[asset] + amount });
  }
  return after;
}
