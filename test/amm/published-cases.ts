const token = 10n ** 18n;

/** One case of `swapTestCases` in Uniswap/v2-core, test/UniswapV2Pair.spec.ts, in wei. */
export interface SwapCase {
  readonly title: string;
  readonly amountIn: bigint;
  readonly reserve0: bigint;
  readonly reserve1: bigint;
  readonly amountOut: bigint;
}

/** token0 in, token1 out; one wei more must be refused. */
export const swapCases: readonly SwapCase[] = [
  swapCase(1n, 5n, 10n, 1662497915624478906n),
  swapCase(1n, 10n, 5n, 453305446940074565n),
  swapCase(2n, 5n, 10n, 2851015155847869602n),
  swapCase(2n, 10n, 5n, 831248957812239453n),
  swapCase(1n, 10n, 10n, 906610893880149131n),
  swapCase(1n, 100n, 100n, 987158034397061298n),
  swapCase(1n, 1000n, 1000n, 996006981039903216n),
];

/** `optimisticTestCases` of the same file: token0 in and token0 out, so that the fee is all that is paid; one wei more must be refused. */
export const optimisticCases: readonly SwapCase[] = [
  optimisticCase(token, 5n, 10n, 997000000000000000n),
  optimisticCase(token, 10n, 5n, 997000000000000000n),
  optimisticCase(token, 5n, 5n, 997000000000000000n),
  optimisticCase(1003009027081243732n, 5n, 5n, token),
];

function swapCase(amountIn: bigint, reserve0: bigint, reserve1: bigint, amountOut: bigint): SwapCase {
  const title = `${amountIn} token0 into ${reserve0}/${reserve1} buys ${amountOut} wei of token1`;
  return { title, amountIn: amountIn * token, reserve0: reserve0 * token, reserve1: reserve1 * token, amountOut };
}

function optimisticCase(amountIn: bigint, reserve0: bigint, reserve1: bigint, amountOut: bigint): SwapCase {
  const title = `${amountOut} wei of token0 out of ${reserve0}/${reserve1} are paid for by ${amountIn} wei of token0`;
  return { title, amountIn, reserve0: reserve0 * token, reserve1: reserve1 * token, amountOut };
}

/** A case of Uniswap/v2-periphery, test/ExampleSwapToPrice.spec.ts: reserves 10 and 1000 tokens, moved to one token0 for so many token1. */
export const swapToPriceCases = [
  { token1PerToken0: 90n, zeroForOne: true, amountIn: 526682316179835569n, amountOut: 49890467170695440744n },
  { token1PerToken0: 110n, zeroForOne: false, amountIn: 47376582963642643588n, amountOut: 451039908682851138n },
] as const;
