import { expect } from "chai";
import { AbiCoder, keccak256, toBeHex } from "ethers";
import type { Amounts } from "../../src/amm/uniswap-v2.ts";
import type { Contract } from "./local-chain.ts";
import { readPair, type PairOnChain } from "./pair-on-chain.ts";

/** Slot of the pair that packs both reserves and the time of the last update (v2-core, UniswapV2Pair.sol). */
const reservesSlot = 8;
/** Slot of the balances of FixedSupplyToken. */
const balancesSlot = 2;

/** Puts reserves and balances of the pair where a recorded swap found them. */
export async function place({ chain, pair, token0, token1 }: PairOnChain, reserves: Amounts): Promise<void> {
  const write = (contract: Contract, slot: string, value: bigint) =>
    chain.request("hardhat_setStorageAt", contract.address, slot, toBeHex(value, 32));
  const slot = keccak256(AbiCoder.defaultAbiCoder().encode(["address", "uint256"], [pair.address, balancesSlot]));
  await write(pair, toBeHex(reservesSlot), (reserves.quote << 112n) | reserves.base);
  await write(token0, slot, reserves.base);
  await write(token1, slot, reserves.quote);
}

/** Pays in, then lets the pair pay out and check. */
export async function swap({ chain, trader, pair, token0, token1 }: PairOnChain, paidIn: Amounts, paidOut: Amounts): Promise<void> {
  if (paidIn.base > 0n) await chain.send(token0, "transfer", pair.address, paidIn.base);
  if (paidIn.quote > 0n) await chain.send(token1, "transfer", pair.address, paidIn.quote);
  await chain.send(pair, "swap", paidOut.base, paidOut.quote, trader, "0x");
}

/** The pair's balances, which its reserves must equal. */
export async function standing(on: PairOnChain): Promise<Amounts> {
  const { reserve0, reserve1, balance0, balance1 } = await readPair(on);
  expect([reserve0, reserve1]).to.deep.equal([balance0, balance1]);
  return { base: balance0, quote: balance1 };
}
