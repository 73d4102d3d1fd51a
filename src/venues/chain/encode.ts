import { BRIDGE, executorOf, SIDE_PAIR } from "../../core/account-names.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, Action, Tx } from "../../core/words.ts";
import type { Layout } from "./layout.ts";
import { addressWord, word } from "./rpc.ts";
import { SELECTOR } from "./selectors.ts";

export interface Call {
  readonly to: string;
  readonly data: string;
}

/** The call that carries out a transaction's action; deadlines and limits as the action says. */
export function encodeCall(tx: Tx, layout: Layout): Call {
  const from = addressOf(layout, tx.from);
  const { action } = tx;
  switch (action.kind) {
    case "arbitrage": {
      const baseIn = action.side === "sell";
      const zeroForOne = baseIn === layout.baseIsToken0 ? 1 : 0;
      const data = SELECTOR.executorSwap + word(zeroForOne) + word(action.amountIn) + word(action.minAmountOut);
      return { to: addressOf(layout, executorOf(tx.from)), data };
    }
    case "flash-arbitrage": {
      const [cheap, dear] = [action.cheap, action.cheap === "pair" ? SIDE_PAIR : "pair"].map((pool) =>
        addressWord(addressOf(layout, pool)),
      );
      const data = `${SELECTOR.flashCarry}${cheap}${dear}${word(action.base)}${word(action.minProfit)}`;
      return { to: addressOf(layout, executorOf(tx.from)), data };
    }
    case "withdraw": {
      const token = tokenOf(layout, action.asset);
      const data = SELECTOR.executorWithdraw + addressWord(token) + addressWord(addressOf(layout, BRIDGE)) + word(action.amount);
      return { to: addressOf(layout, executorOf(tx.from)), data };
    }
    case "trade":
      return { to: layout.router, data: encodeTrade(action, from, layout) };
    case "transfer":
      return {
        to: tokenOf(layout, action.asset),
        data: SELECTOR.transfer + addressWord(addressOf(layout, action.to)) + word(action.amount),
      };
    case "add-liquidity": {
      const tokens = addressWord(layout.weth) + addressWord(layout.usdc);
      const amounts = word(action.base) + word(action.quote) + word(0) + word(0);
      return { to: layout.router, data: SELECTOR.addLiquidity + tokens + amounts + addressWord(from) + word(action.deadline) };
    }
    case "remove-liquidity": {
      const tokens = addressWord(layout.weth) + addressWord(layout.usdc);
      const amounts = word(action.liquidity) + word(0) + word(0);
      return { to: layout.router, data: SELECTOR.removeLiquidity + tokens + amounts + addressWord(from) + word(action.deadline) };
    }
    case "poke":
      return { to: lendingOf(layout).oracle, data: SELECTOR.pokeFeed + word(action.price) };
    case "observe":
      return { to: lendingOf(layout).oracle, data: SELECTOR.pokeAverage };
    case "kick":
      return { to: lendingOf(layout).market, data: SELECTOR.kick + addressWord(addressOf(layout, action.borrower)) };
    case "bid":
      return { to: lendingOf(layout).market, data: SELECTOR.bid + word(action.auction) + word(action.lot) + word(action.amount) };
    case "settle":
    case "restart":
      return { to: lendingOf(layout).market, data: SELECTOR[action.kind] + word(action.auction) };
    case "cancel":
      return { to: from, data: "0x" };
    case "raw":
      throw new CrashError("CHAIN_RAW", `${tx.from} has signed its transaction itself`);
  }
}

/** Address of an account of the run, or of a stranger, who is named by it. @throws CrashError `CHAIN_ACCOUNT` for a name that the run does not have */
export function addressOf(layout: Layout, account: AccountId): string {
  const address = account.startsWith("0x") ? account : layout.addressOf.get(account);
  if (address === undefined) throw new CrashError("CHAIN_ACCOUNT", `the run has no account ${account}`);
  return address;
}

function tokenOf(layout: Layout, asset: "base" | "quote"): string {
  return asset === "base" ? layout.weth : layout.usdc;
}

function lendingOf({ lending }: Layout): NonNullable<Layout["lending"]> {
  if (lending === null) throw new CrashError("CHAIN_LENDING", "the run has no lending market");
  return lending;
}

function encodeTrade(action: Extract<Action, { kind: "trade" }>, from: string, layout: Layout): string {
  const path = action.side === "sell" ? [layout.weth, layout.usdc] : [layout.usdc, layout.weth];
  const head = word(action.amountIn) + word(action.minAmountOut) + word(5 * 32) + addressWord(from) + word(action.deadline);
  return SELECTOR.swapExactTokens + head + word(path.length) + path.map(addressWord).join("");
}
