import type { Operation } from "../operation.ts";
import type { Call } from "./encode.ts";
import { addressWord, word } from "./rpc.ts";
import { selector, SELECTOR } from "./selectors.ts";

/** Addresses that an operation can name. */
export interface Scene {
  readonly base: string;
  readonly quote: string;
  readonly factory: string;
  readonly router: string;
  readonly pair: string;
  readonly executor: string;
  readonly payees: Readonly<Record<"trader" | "other" | "pair" | "weth", string>>;
  readonly protocol: string;
  readonly bridge: string;
}

const PAIR = {
  burn: selector("burn(address)"),
  swap: selector("swap(uint256,uint256,address,bytes)"),
  skim: selector("skim(address)"),
  setFeeTo: selector("setFeeTo(address)"),
} as const;

/**
 * The trader's call that carries out an operation.
 *
 * @param time unix seconds of the block: its deadline can just be kept, unless the operation is late
 */
export function encodeOperation(operation: Exclude<Operation, { op: "wait" }>, scene: Scene, time: number): Call {
  const { pair, router, executor } = scene;
  const path = (isSell: boolean): string => (isSell ? [scene.base, scene.quote] : [scene.quote, scene.base]).map(addressWord).join("");
  const trader = addressWord(scene.payees.trader);
  const tokens = addressWord(scene.base) + addressWord(scene.quote);
  switch (operation.op) {
    case "pay": {
      const token = operation.asset === "liquidity" ? pair : scene[operation.asset];
      return { to: token, data: SELECTOR.transfer + addressWord(pair) + word(operation.amount) };
    }
    case "mint":
      return { to: pair, data: SELECTOR.mint + addressWord(scene.payees[operation.to]) };
    case "burn":
      return { to: pair, data: PAIR.burn + addressWord(scene.payees[operation.to]) };
    case "swap": {
      const amounts = word(operation.baseOut) + word(operation.quoteOut);
      return { to: pair, data: PAIR.swap + amounts + addressWord(scene.payees[operation.to]) + word(4 * 32) + word(0) };
    }
    case "skim":
      return { to: pair, data: PAIR.skim + addressWord(scene.payees[operation.to]) };
    case "sync":
      return { to: pair, data: SELECTOR.sync };
    case "protocol-fee":
      return { to: scene.factory, data: PAIR.setFeeTo + (operation.on ? addressWord(scene.protocol) : word(0)) };
    case "trade": {
      const head = word(operation.amountIn) + word(operation.minAmountOut) + word(5 * 32) + trader + deadline(operation, time);
      return { to: router, data: SELECTOR.swapExactTokens + head + word(2) + path(operation.side === "sell") };
    }
    case "add-liquidity": {
      const amounts = word(operation.base) + word(operation.quote) + word(operation.minBase) + word(operation.minQuote);
      return { to: router, data: SELECTOR.addLiquidity + tokens + amounts + trader + deadline(operation, time) };
    }
    case "remove-liquidity": {
      const amounts = word(operation.liquidity) + word(operation.minBase) + word(operation.minQuote);
      return { to: router, data: SELECTOR.removeLiquidity + tokens + amounts + trader + deadline(operation, time) };
    }
    case "arbitrage": {
      const zeroForOne = word(operation.side === "sell" ? 1 : 0);
      return { to: executor, data: SELECTOR.executorSwap + zeroForOne + word(operation.amountIn) + word(operation.minAmountOut) };
    }
    case "withdraw": {
      const head = addressWord(scene[operation.asset]) + addressWord(scene.bridge);
      return { to: executor, data: SELECTOR.executorWithdraw + head + word(operation.amount) };
    }
  }
}

function deadline({ late }: { readonly late: boolean }, time: number): string {
  return word(late ? time - 1 : time);
}
