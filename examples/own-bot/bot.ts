/**
 * A bot for `npx hardhat crash serve`: trades the pool back to the reference price when that pays, and bids nine tenths of its profit for the place.
 * `node bot.ts ws://127.0.0.1:8545`; it ends with the run.
 */
import { Contract, id, MaxUint256, Wallet, WebSocketProvider } from "ethers";

const provider = new WebSocketProvider(process.argv[2] ?? "ws://127.0.0.1:8545", undefined, { cacheTimeout: -1 });
const wallet = new Wallet(id("hardhat-crash/visitor-1"), provider);
const at = (await provider.send("crash_addresses", [])) as Record<"weth" | "usdc" | "router" | "pair" | "feed", string>;
const erc20 = ["function approve(address,uint256)", "function balanceOf(address) view returns (uint256)"];
const [weth, usdc] = [at.weth, at.usdc].map((token) => new Contract(token, erc20, wallet)) as [Contract, Contract];
const swap = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";
const router = new Contract(at.router, [`function ${swap}`], wallet);
const pair = new Contract(at.pair, ["function getReserves() view returns (uint112,uint112,uint32)"], wallet);
const feed = new Contract(at.feed, ["function priceE8() view returns (uint256)"], wallet);

/** Gas that a swap uses, about. */
const GAS = 100_000n;
const KEPT = 0.997;

/** The block after this one: at once where the run waits to be told, else when it comes; false when there is none. */
async function nextBlock(): Promise<boolean> {
  try {
    await provider.send("crash_step", []);
  } catch (error) {
    if (!String(error).includes("keeps its own pace")) return false;
    await new Promise((resolve) => void provider.once("block", resolve));
  }
  return true;
}

// In a crash the usual price of gas gets nobody anywhere.
const gasPrice = 4n * BigInt((await provider.send("eth_gasPrice", [])) as string);
for (const token of [weth, usdc]) await token.getFunction("approve").send(at.router, MaxUint256, { gasLimit: 60_000n, gasPrice });

while (await nextBlock()) {
  const [height, nonce] = await Promise.all([provider.getBlockNumber(), wallet.getNonce()]);
  const [reserve0, reserve1] = (await pair.getFunction("getReserves")()) as [bigint, bigint];
  const [base, quote] = (BigInt(at.weth) < BigInt(at.usdc) ? [reserve0, reserve1] : [reserve1, reserve0]).map(Number) as [number, number];
  // Smallest units of quote for one of base.
  const price = Number(await feed.getFunction("priceE8")()) / 1e20;

  // With x paid in, the pool's price after the fee meets the reference: x = (√(0.997·in·out·rate) − in) / 0.997.
  const sellsBase = quote / base > price;
  const [reserveIn, reserveOut, rate] = sellsBase ? [base, quote, 1 / price] : [quote, base, price];
  const wanted = (Math.sqrt(KEPT * reserveIn * reserveOut * rate) - reserveIn) / KEPT;
  const held = Number(await (sellsBase ? weth : usdc).getFunction("balanceOf")(wallet.address));
  const amountIn = Math.floor(Math.min(wanted, held));
  if (amountIn <= 0) continue;
  const amountOut = (amountIn * KEPT * reserveOut) / (reserveIn + amountIn * KEPT);
  const profit = (amountOut * rate - amountIn) * (sellsBase ? 1 : 1 / price);
  const bid = BigInt(Math.floor(Math.max(0, profit * 0.9))) / GAS;

  const gasPrice = BigInt((await provider.send("eth_gasPrice", [])) as string);
  if (bid <= gasPrice) continue;
  const path = sellsBase ? [at.weth, at.usdc] : [at.usdc, at.weth];
  const data = router.interface.encodeFunctionData(swap, [
    BigInt(amountIn),
    BigInt(Math.floor(amountOut * 0.999)),
    path,
    wallet.address,
    MaxUint256,
  ]);
  const { chainId } = await provider.getNetwork();
  const fees = { maxFeePerGas: 2n * gasPrice + bid, maxPriorityFeePerGas: bid };
  const raw = await wallet.signTransaction({ type: 2, chainId, nonce, to: at.router, data, gasLimit: 2n * GAS, ...fees });
  await provider.send("eth_sendBundle", [{ txs: [raw], blockNumber: `0x${(height + 1).toString(16)}` }]);
}
await provider.destroy();
