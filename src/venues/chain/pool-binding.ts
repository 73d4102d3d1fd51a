import type { Artifact } from "./artifacts.ts";

/** How the swaps of a pair are quoted: what its router on chain and its arbitrageurs go by. */
export interface PairTerms {
  /** What a swap leaves in the pair, as a share of what is paid in, where it is always the same; null where the pair is asked. */
  readonly fee: number | null;
  /** A function of the pair without arguments that says the fee in parts of `whole`, such as `feePpm()`. */
  readonly feeGetter?: string;
  /** Parts of which `feeGetter` counts; 1,000,000 when absent. */
  readonly whole?: number;
  /** A function of the pair that quotes an exact input, such as `getAmountOut(uint256,address)`. */
  readonly quoteGetter?: string;
  /** What the quote token keeps of every transfer, as a share; 0 when absent. */
  readonly transferFee?: number;
}

/** A chain that is being set up, as a binding sees it. Addresses are lower case. */
export interface PoolGround {
  /** The token whose price falls, 18 decimals, and what it is priced in, 6 decimals. */
  readonly base: string;
  readonly quote: string;
  /** The same two, the smaller address first. */
  readonly token0: string;
  readonly token1: string;
  /** Who deploys, and owns what is deployed. */
  readonly deployer: string;
  /**
   * Deploys a contract.
   *
   * @param args of its constructor
   * @returns its address
   */
  readonly deploy: (artifact: Artifact, args?: readonly unknown[]) => Promise<string>;
  /**
   * Deploys a pair through a factory of its own, as Uniswap's does: the pair's `factory` answers `feeTo()` with nobody.
   *
   * @param args of its constructor
   * @param initialize whether the factory calls `initialize(token0, token1)`
   */
  readonly make: (artifact: Artifact, args: readonly unknown[], initialize: boolean) => Promise<string>;
  /** Calls a function by its signature, such as `createPair(address,address)`, as the deployer. */
  readonly call: (to: string, signature: string, args: readonly unknown[]) => Promise<void>;
  /** Asks a function that answers with an address. */
  readonly readAddress: (to: string, signature: string, args: readonly unknown[]) => Promise<string>;
}

/** A pool of one's own in the place of the published pair: one that has a Uniswap V2 pair's functions and events. */
export interface PoolBinding {
  /** For reports and messages: letters, digits and dashes. */
  readonly name: string;
  readonly terms: PairTerms;
  /** Name of the pool's own error in what a call was reverted with; null where it is none of its own. */
  readonly errorName?: (data: string) => string | null;
  /** Puts it on a fresh chain, between two tokens and without liquidity. @returns its address */
  readonly deploy: (ground: PoolGround) => Promise<string>;
}
