import { Interface } from "ethers";
import { type Contract, type LocalChain, openChain, publishedArtifact } from "./local-chain.ts";

/** Two tokens of fixed supply and their pair, deployed by the published factory; `token0` and `token1` in the pair's own order. */
export interface PairOnChain {
  readonly chain: LocalChain;
  readonly trader: string;
  readonly factory: Contract;
  readonly pair: Contract;
  readonly token0: Contract;
  readonly token1: Contract;
}

/** What the pair says of itself. */
export interface PairReading {
  readonly reserve0: bigint;
  readonly reserve1: bigint;
  readonly balance0: bigint;
  readonly balance1: bigint;
}

/** A fresh chain with an empty pair; the first account holds everything and owns the factory. */
export async function openPair(): Promise<PairOnChain> {
  const chain = await openChain();
  const trader = chain.accounts[0]!;
  const factory = await chain.deploy("UniswapV2Factory", trader);
  const supply = 2n ** 200n;
  const one = await chain.deploy("FixedSupplyToken", "Token A", "A", 18, supply);
  const other = await chain.deploy("FixedSupplyToken", "Token B", "B", 18, supply);
  const [token0, token1] = BigInt(one.address) < BigInt(other.address) ? [one, other] : [other, one];
  await chain.send(factory, "createPair", token0.address, token1.address);
  const [address] = await chain.read(factory, "getPair", token0.address, token1.address);
  const pair = { address: address as string, abi: new Interface(publishedArtifact("UniswapV2Pair").abi) };
  return { chain, trader, factory, pair, token0, token1 };
}

/** Pays both amounts into the pair and mints, as the pair's own tests do. */
export async function deposit({ chain, trader, pair, token0, token1 }: PairOnChain, amount0: bigint, amount1: bigint): Promise<void> {
  await chain.send(token0, "transfer", pair.address, amount0);
  await chain.send(token1, "transfer", pair.address, amount1);
  await chain.send(pair, "mint", trader);
}

export async function readPair({ chain, pair, token0, token1 }: PairOnChain): Promise<PairReading> {
  const [reserve0, reserve1] = (await chain.read(pair, "getReserves")) as unknown as [bigint, bigint, bigint];
  const balance0 = await chain.number(token0, "balanceOf", pair.address);
  const balance1 = await chain.number(token1, "balanceOf", pair.address);
  return { reserve0, reserve1, balance0, balance1 };
}
