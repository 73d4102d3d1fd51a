import type { Outcome, Tx } from "../../src/core/words.ts";
import { type Parts, soundParts } from "../../src/engine/parts.ts";
import type { Claim } from "../../src/hedger/claim.ts";
import { deployedAddress, DEPLOY_NONCE, walletAddress } from "../../src/venues/chain/layout.ts";
import { addressWord, type Provider, quantity, word } from "../../src/venues/chain/rpc.ts";
import { SELECTOR } from "../../src/venues/chain/selectors.ts";
import type { Changes } from "./run-world.ts";

const WETH = deployedAddress(DEPLOY_NONCE.weth);
const USDC = deployedAddress(DEPLOY_NONCE.usdc);
const FACTORY = deployedAddress(DEPLOY_NONCE.factory);

/** Gas is posted without the postings of one account. */
export function gasWithout(account: string): Partial<Parts> {
  return { gasPostings: (...args) => soundParts.gasPostings(...args).filter((posting) => posting.account !== account) };
}

/** A claim that reports the negative of its gamma. */
export function flippedGamma(claim: Claim): Claim {
  return {
    ...claim,
    greeks: (...args) => {
      const greeks = claim.greeks(...args);
      return { ...greeks, gamma: -greeks.gamma };
    },
  };
}

/** The ledger overlooks one swap, the last of its block: a later one would be seen to differ before the block ends. */
export function overlookedSwap(block: number): Changes {
  let last: Tx | undefined;
  return {
    execute: async (execute, env, ordered) => {
      const outcomes = await execute(env, ordered);
      if (env.number === block) last = outcomes.findLast(isSwap)?.tx;
      return outcomes;
    },
    parts: {
      predict: (outcome, pool) => (outcome.tx === last ? { postings: [], pool, swap: null } : soundParts.predict(outcome, pool)),
    },
  };
}

/** Acts on the chain behind the venue's back, after a block's transactions are sent and before it is mined. */
export function behindTheBack(block: number, act: (provider: Provider) => Promise<unknown>): Changes {
  let blocks = 0;
  return {
    onRequest: async (provider, method) => {
      if (method === "evm_mine") blocks += 1;
      if (method === "hardhat_setNextBlockBaseFeePerGas" && blocks === block - 1) await act(provider);
    },
  };
}

/** ETH out of nothing, for an account that never acts. */
export async function giveEther(provider: Provider): Promise<unknown> {
  return provider.request({ method: "hardhat_setBalance", params: [walletAddress("lp"), quantity(10n ** 20n)] });
}

/** New WETH: a provider of liquidity wraps one wei of its gas money, last in the block. */
export async function wrapEther(provider: Provider): Promise<unknown> {
  return send(provider, { to: WETH, data: SELECTOR.deposit, value: quantity(1n) });
}

/** The smallest unit of WETH sent to the pair, which does not notice; last in the block. */
export async function donate(provider: Provider): Promise<unknown> {
  const data = SELECTOR.getPair + addressWord(WETH) + addressWord(USDC);
  const pair = (await provider.request({ method: "eth_call", params: [{ to: FACTORY, data }, "latest"] })) as string;
  return send(provider, { to: WETH, data: SELECTOR.transfer + pair.slice(2) + word(1n) });
}

async function send(provider: Provider, transaction: Readonly<Record<string, string>>): Promise<unknown> {
  const free = { maxFeePerGas: "0x0", maxPriorityFeePerGas: "0x0", gas: quantity(100_000) };
  return provider.request({ method: "eth_sendTransaction", params: [{ from: walletAddress("other-lps"), ...free, ...transaction }] });
}

/** Swaps are reported to pay one smallest unit more than they did. */
export function overstated(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((outcome) => ({
    ...outcome,
    effects: outcome.effects.map((effect) => (effect.type === "swap" ? { ...effect, amountOut: effect.amountOut + 1n } : effect)),
  }));
}

/** The first of a list is executed last; outcomes come back in the order that was asked for. */
export const reordered: Exclude<Changes["execute"], undefined> = async (execute, env, ordered) => {
  const outcomes = await execute(env, [...ordered.slice(1), ...ordered.slice(0, 1)]);
  return ordered.flatMap((tx) => outcomes.find((outcome) => outcome.tx === tx) ?? []);
};

function isSwap({ success, effects }: Outcome): boolean {
  return success && effects.some(({ type }) => type === "swap");
}
