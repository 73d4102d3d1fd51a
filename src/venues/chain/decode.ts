import { SIDE_PAIR } from "../../core/account-names.ts";
import type { ChainEffect, SwapEffect, TransferEffect } from "../../core/words.ts";
import type { Layout } from "./layout.ts";
import { wordAt } from "./rpc.ts";
import { selector, SELECTOR, TOPIC } from "./selectors.ts";

export interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** Errors of the lending market and its oracles, by selector. */
const LENDING_ERRORS: ReadonlyMap<string, string> = new Map(
  [
    ["LendingMarket_NoDebt", "address"],
    ["LendingMarket_PositionExists", "address"],
    ["LendingMarket_NoPosition", "address"],
    ["LendingMarket_Unsafe", "uint256,uint256,uint256"],
    ["LendingMarket_Safe", "uint256,uint256,uint256"],
    ["LendingMarket_NoAuction", "uint256"],
    ["LendingMarket_AuctionEnded", "uint256,uint256"],
    ["LendingMarket_AuctionOpen", "uint256,uint256"],
    ["LendingMarket_NotTheLot", "uint256,uint256"],
    ["LendingMarket_AboveTab", "uint256,uint256"],
    ["LendingMarket_BidTooLow", "uint256,uint256"],
    ["LendingMarket_NotTheTab", "uint256,uint256"],
    ["LendingMarket_LotTooLarge", "uint256,uint256"],
    ["LendingMarket_NoBid", "uint256"],
    ["LendingMarket_HasBid", "uint256"],
    ["FeedOracle_NotKeeper", "address"],
    ["AverageOracle_TooEarly", "uint32,uint32"],
  ].map(([name, types]) => [selector(`${name ?? ""}(${types ?? ""})`), name ?? ""] as const),
);

/** Errors of what stands beside a pool of one's own. */
const POOL_ERRORS: ReadonlyMap<string, string> = new Map(
  [
    ["PairRouter_Expired", "uint256"],
    ["PairRouter_BelowMinimum", "uint256,uint256"],
    ["PairRouter_TransferFailed", "address"],
    ["PairRouter_GetterFailed", "bytes4"],
    ["PairRouter_OtherTokens", "address,address"],
    ["PairMaker_NotInitialized", "address,bytes"],
    ["PairExecutor_TransferFailed", "address"],
  ].map(([name, types]) => [selector(`${name ?? ""}(${types ?? ""})`), name ?? ""] as const),
);

/** What a receipt's logs say that happened, in their order; events that are neither swap nor transfer are passed over. */
export function decodeLogs(logs: readonly Log[], layout: Layout): readonly ChainEffect[] {
  return logs.flatMap((log) => decodeLog(log, layout) ?? []);
}

function decodeLog(log: Log, layout: Layout): ChainEffect | undefined {
  if (log.topics[0] === TOPIC.swap && log.address === layout.pair) return decodeSwap(log.data, layout);
  if (log.topics[0] === TOPIC.swap && log.address === layout.sidePair) return { ...decodeSwap(log.data, layout), pool: SIDE_PAIR };
  if (log.topics[0] === TOPIC.poked && log.address === layout.lending?.oracle) return { type: "poked", price: wordAt(log.data, 0) };
  if (log.topics[0] !== TOPIC.transfer) return undefined;
  const asset = assetAt(log.address, layout);
  if (asset === undefined) return undefined;
  return {
    type: "transfer",
    asset,
    from: accountIn(log.topics[1], layout),
    to: accountIn(log.topics[2], layout),
    amount: wordAt(log.data, 0),
  };
}

/** The pair logs amount0In, amount1In, amount0Out, amount1Out; a plain swap pays in one token and out in the other. */
function decodeSwap(data: string, layout: Layout): SwapEffect {
  const [in0, in1, out0, out1] = [wordAt(data, 0), wordAt(data, 1), wordAt(data, 2), wordAt(data, 3)];
  const baseIn = layout.baseIsToken0 ? in0 : in1;
  const quoteIn = layout.baseIsToken0 ? in1 : in0;
  const baseOut = layout.baseIsToken0 ? out0 : out1;
  const quoteOut = layout.baseIsToken0 ? out1 : out0;
  return baseIn > 0n
    ? { type: "swap", side: "sell", amountIn: baseIn, amountOut: quoteOut }
    : { type: "swap", side: "buy", amountIn: quoteIn, amountOut: baseOut };
}

function assetAt(token: string, { weth, usdc, pair }: Layout): TransferEffect["asset"] | undefined {
  if (token === weth) return "base";
  if (token === usdc) return "quote";
  return token === pair ? "liquidity" : undefined;
}

/** Who stands in a topic, by name, or by address where it is no account of the run. */
export function accountIn(topic: string | undefined, layout: Layout): string {
  return accountAt(`0x${(topic ?? "").slice(-40)}`, layout);
}

/** Who stands at an address, in small letters, by name, or by address where it is no account of the run. */
export function accountAt(address: string, layout: Layout): string {
  return layout.accountAt.get(address) ?? address;
}

/** The reason of a revert in the contract's own words: its string, or the name of our own error; otherwise the raw data. */
export function decodeReason(output: string | undefined): string {
  if (output === undefined || output.length < 10) return "reverted without a reason";
  if (output.startsWith(SELECTOR.belowMinimumProfit)) return "ArbitrageExecutor_BelowMinimumProfit";
  if (output.startsWith(SELECTOR.flashBelowMinimumProfit)) return "FlashExecutor_BelowMinimumProfit";
  const own = LENDING_ERRORS.get(output.slice(0, 10)) ?? POOL_ERRORS.get(output.slice(0, 10));
  if (own !== undefined) return own;
  if (output.startsWith(SELECTOR.insufficientBalance)) return "FixedSupplyToken_InsufficientBalance";
  if (!output.startsWith(SELECTOR.errorString)) return output;
  const body = `0x${output.slice(10)}`;
  const length = Number(wordAt(body, 1));
  return Buffer.from(body.slice(2 + 128, 2 + 128 + 2 * length), "hex").toString("utf8");
}
