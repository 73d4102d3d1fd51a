import { network } from "hardhat";
import type { Action, Genesis, Outcome, Sender, Tx, Venue } from "../../src/core/words.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import { CRASH_NETWORK } from "../../src/venues/chain/network.ts";
import { openLocalChain } from "../../src/venues/chain/open-local-chain.ts";

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const GWEI = 10n ** 9n;
const START = Date.UTC(2020, 2, 12) / 1000;

/** A pool of 1,000 base and 200,000 quote, and one account of every kind. */
export const smallGenesis: Genesis = {
  timestamp: START,
  pool: { base: 1_000n * ETHER, quote: 200_000n * DOLLAR },
  sidePool: null,
  lending: null,
  lpSharePpm: 100_000,
  endowments: [
    { account: "lp", type: "wallet", base: 0n, quote: 0n, gas: 10n * ETHER },
    { account: "other-lps", type: "wallet", base: 500n * ETHER, quote: 100_000n * DOLLAR, gas: 10n * ETHER },
    { account: "bridge", type: "wallet", base: 500n * ETHER, quote: 100_000n * DOLLAR, gas: 10n * ETHER },
    { account: "arbitrageur-1", type: "wallet", base: 0n, quote: 0n, gas: 10n * ETHER },
    { account: "arbitrageur-1-executor", type: "executor", owner: "arbitrageur-1", base: 300n * ETHER, quote: 60_000n * DOLLAR, gas: 0n },
    { account: "trader-1", type: "wallet", base: 300n * ETHER, quote: 60_000n * DOLLAR, gas: 10n * ETHER },
    { account: "trader-2", type: "wallet", base: 300n * ETHER, quote: 60_000n * DOLLAR, gas: 10n * ETHER },
  ],
};

/** The same beside a second pool of a third of the depth, where base is dearer, and somebody who carries it there. */
export const twoPoolGenesis: Genesis = {
  ...smallGenesis,
  sidePool: { base: 300n * ETHER, quote: 70_000n * DOLLAR },
  endowments: [
    ...smallGenesis.endowments,
    { account: "cross-pool-arbitrageur-1", type: "wallet", base: 0n, quote: 0n, gas: 10n * ETHER },
    {
      account: "cross-pool-arbitrageur-1-executor",
      type: "flash-executor",
      owner: "cross-pool-arbitrageur-1",
      base: 1n,
      quote: 1n,
      gas: 0n,
    },
  ],
};

/** What one account wants of a block. */
export interface Wish {
  readonly from: string;
  readonly action: Action;
  /** Most for a unit of gas, gwei; 20 when absent. */
  readonly gwei?: number;
}

/** A venue on a fresh chain, with nonces, ids and times counted for the test. */
export interface SmallChain {
  readonly venue: Venue;
  /** Executes a block of these, in this order; `seconds` after the one before. */
  block(wishes: readonly Wish[], options?: { readonly seconds?: number; readonly baseFeeGwei?: number }): Promise<readonly Outcome[]>;
  /** Unix seconds of the last block. */
  time(): number;
  close(): Promise<void>;
}

export async function openSmallChain(genesis: Genesis = smallGenesis): Promise<SmallChain> {
  const venue = await openLocalChain(network, CRASH_NETWORK, genesis, gasLimitOf);
  const nonces = new Map<string, number>();
  let [number, timestamp, id] = [0, genesis.timestamp, 0];
  const txOf = ({ from, action, gwei = 20 }: Wish): Tx => {
    const nonce = nonces.get(from) ?? 0;
    nonces.set(from, nonce + 1);
    id += 1;
    const price = BigInt(gwei) * GWEI;
    return {
      id,
      from,
      sender: senderOf(from),
      nonce,
      action,
      maxFeePerGas: price,
      maxPriorityFeePerGas: price,
      submitted: number,
      priced: number,
    };
  };
  return {
    venue,
    async block(wishes, { seconds = 13, baseFeeGwei = 0 } = {}) {
      number += 1;
      timestamp += seconds;
      return venue.execute({ number, timestamp, baseFee: BigInt(baseFeeGwei) * GWEI }, wishes.map(txOf));
    },
    time: () => timestamp,
    close: async () => venue.close(),
  };
}

function senderOf(account: string): Sender {
  if (account.startsWith("trader-")) return "trader";
  if (account.startsWith("arbitrageur-")) return "arbitrageur";
  if (account.startsWith("cross-pool-")) return "cross-pool-arbitrageur";
  return account === "bridge" ? "bridge" : "liquidity-provider";
}
