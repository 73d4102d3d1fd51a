import type { PriceAccumulators } from "../../../../amm/price-accumulators.ts";
import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import { InputError } from "../../../../core/errors.ts";
import type { SwapFee } from "../../../../core/words.ts";
import { addressWord } from "../../rpc.ts";
import { selector } from "../../selectors.ts";
import { LAB_WALLETS, type LabMoment, type LabWallet, type PoolLab } from "../pool-lab.ts";
import { readMany, type ViewCall } from "./read-many.ts";
import type { StatedFee } from "./stated-fee.ts";

/** A pool and all who hold its tokens at one moment; amounts in smallest units. */
export interface PoolObservation {
  /** What the pair says that it holds. */
  readonly reserves: Amounts;
  /** When it last said so, unix seconds modulo 2^32. */
  readonly updatedAt: number;
  readonly supply: bigint;
  /** Price accumulators; null for a pair without. */
  readonly sums: PriceAccumulators | null;
  /** Of the next swap, as stated; null where it is not. */
  readonly fee: SwapFee | null;
  readonly pair: Amounts;
  readonly router: Amounts;
  readonly wallets: Readonly<Record<LabWallet, Amounts>>;
  readonly liquidity: Readonly<Record<LabWallet, bigint>>;
  /** Everything of each token that anybody who is known holds, the tokens' own addresses among them. */
  readonly held: Amounts;
}

/** Looks at the pool. */
export type PoolObserver = (at: LabMoment) => Promise<PoolObservation>;

/**
 * @param holders addresses beside pair, router and wallets whose tokens count as not lost, such as where a fork sends a protocol's share
 * @throws InputError `POOL_REFUSES`, when looking, where pair or tokens do not answer
 */
export function observePool(lab: PoolLab, fee: StatedFee, holders: readonly string[]): PoolObserver {
  const { pair, router, base, quote, baseIsToken0 } = lab.places;
  const wallets = LAB_WALLETS.map((who) => lab.address(who));
  const accounts = [pair, router, ...wallets, base, quote, ...holders];
  const ask = (to: string, signature: string): ViewCall => ({ to, data: selector(signature) });
  const balance = (token: string, of: string): ViewCall => ({ to: token, data: selector("balanceOf(address)") + addressWord(of) });
  const calls = [
    ask(pair, "getReserves()"),
    ask(pair, "totalSupply()"),
    ask(pair, "price0CumulativeLast()"),
    ask(pair, "price1CumulativeLast()"),
    ...accounts.flatMap((account) => [balance(base, account), balance(quote, account)]),
    ...wallets.map((account) => balance(pair, account)),
    ...(fee.call === null ? [] : [fee.call(pair)]),
  ];
  return async (at) => {
    const [reserves, supply, sum0, sum1, ...rest] = await readMany(lab, calls, at);
    const balances = rest.slice(0, 2 * accounts.length);
    const shares = rest.slice(balances.length, balances.length + wallets.length);
    if (reserves?.length !== 3 || !supply || [...balances, ...shares].includes(null))
      throw new InputError("POOL_REFUSES", "the pool or its tokens do not say what they hold", { value: pair });
    const inOrder = (first: bigint, second: bigint): Amounts =>
      baseIsToken0 ? { base: first, quote: second } : { base: second, quote: first };
    const amounts = accounts.map((_, i) => ({ base: balances[2 * i]![0]!, quote: balances[2 * i + 1]![0]! }));
    const [ofPair, ofRouter, ...others] = amounts as [Amounts, Amounts, ...Amounts[]];
    const updatedAt = Number(reserves[2]!);
    const sums = sum0 && sum1 ? inOrder(sum0[0]!, sum1[0]!) : null;
    return {
      reserves: inOrder(reserves[0]!, reserves[1]!),
      updatedAt,
      supply: supply[0]!,
      sums: sums === null ? null : { basePriceCumulative: sums.base, quotePriceCumulative: sums.quote, updatedAt },
      fee: fee.of(rest[balances.length + wallets.length] ?? null),
      pair: ofPair,
      router: ofRouter,
      wallets: byWallet((i) => others[i]!),
      liquidity: byWallet((i) => shares[i]![0]!),
      held: amounts.reduce((sum, each) => ({ base: sum.base + each.base, quote: sum.quote + each.quote })),
    };
  };
}

function byWallet<T>(of: (i: number) => T): Readonly<Record<LabWallet, T>> {
  return Object.fromEntries(LAB_WALLETS.map((who, i) => [who, of(i)])) as Record<LabWallet, T>;
}
