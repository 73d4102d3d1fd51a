import type { Operation } from "../../src/venues/operation.ts";
import type { TwinRun } from "../../src/venues/twin/run-sequence.ts";
import type { Intent, Size } from "./intent.ts";

const WHOLE = 2n ** 32n;

function amountOf({ of, share: part, more: extra }: Size, own: bigint): bigint {
  const amount = of === "own" ? (own * BigInt(part)) / WHOLE : 1n << BigInt(part);
  return orZero(amount + BigInt(extra));
}

/** What an intent comes to with the pool as it is; some are two or three operations. */
export function operationsOf(wish: Intent, { pool }: TwinRun): readonly Operation[] {
  const { pair, held } = pool;
  switch (wish.kind) {
    case "wait":
      return [{ op: "wait", seconds: wish.seconds }];
    case "sync":
      return [{ op: "sync" }];
    case "mint":
    case "burn":
    case "skim":
      return [{ op: wish.kind, to: wish.to }];
    case "protocol-fee":
      return [{ op: "protocol-fee", on: wish.on }];
    case "pay":
      return [{ op: "pay", asset: wish.asset, amount: amountOf(wish.size, wish.asset === "liquidity" ? pair.supply : pair[wish.asset]) }];
    case "withdraw":
      return [{ op: "withdraw", asset: wish.asset, amount: amountOf(wish.size, pair[wish.asset]) }];
    case "deposit": {
      const base = amountOf(wish.size, pair.base);
      const quote = wish.other.share % 4 === 0 || pair.base === 0n ? amountOf(wish.other, pair.quote) : (base * pair.quote) / pair.base;
      return [
        { op: "pay", asset: "base", amount: base },
        { op: "pay", asset: "quote", amount: quote },
        { op: "mint", to: wish.to },
      ];
    }
    case "withdrawal":
      return [
        { op: "pay", asset: "liquidity", amount: amountOf(wish.size, pool.holdings.of("trader").liquidity) },
        { op: "burn", to: wish.to },
      ];
    case "swap": {
      const sells = wish.side === "sell";
      const paid = amountOf(wish.paid, sells ? pair.base : pair.quote);
      // Now and then some of what is paid in goes back out at once.
      const back = wish.back.share % 4 === 0 ? amountOf({ ...wish.back, share: wish.back.share / 4 }, paid) : 0n;
      const [reserveIn, reserveOut] = sells ? [held.base, pair.quote] : [held.quote, pair.base];
      const kept = (paid > back ? paid - back : 0n) * 997n;
      const most = reserveIn === 0n ? 0n : (kept * reserveOut) / (reserveIn * 1000n + kept);
      const out = orZero(most + BigInt(wish.off));
      return [
        { op: "pay", asset: sells ? "base" : "quote", amount: paid },
        { op: "swap", baseOut: sells ? back : out, quoteOut: sells ? out : back, to: wish.to },
      ];
    }
    case "trade":
    case "arbitrage": {
      const [reserveIn, reserveOut] = wish.side === "sell" ? [pair.base, pair.quote] : [pair.quote, pair.base];
      const amountIn = amountOf(wish.size, reserveIn);
      const most = reserveIn === 0n ? 0n : (amountIn * 997n * reserveOut) / (reserveIn * 1000n + amountIn * 997n);
      const minAmountOut = orZero(most + BigInt(wish.off));
      const { side: way, late } = wish;
      return wish.kind === "arbitrage"
        ? [{ op: "arbitrage", side: way, amountIn, minAmountOut }]
        : [{ op: "trade", side: way, amountIn, minAmountOut, late }];
    }
    case "add-liquidity": {
      const base = amountOf(wish.size, pair.base);
      const quote = amountOf(wish.other, pair.quote);
      return [{ op: "add-liquidity", base, quote, minBase: least(wish.least, base), minQuote: least(wish.least, quote), late: wish.late }];
    }
    case "remove-liquidity": {
      const liquidity = amountOf(wish.size, pool.holdings.of("trader").liquidity);
      const [minBase, minQuote] = [pair.base, pair.quote].map((own) => (wish.least === 0 ? 0n : amountOf(wish.other, own))) as [
        bigint,
        bigint,
      ];
      return [{ op: "remove-liquidity", liquidity, minBase, minQuote, late: wish.late }];
    }
  }
}

/** 0 is nothing, 1 all of it, 2 half. */
function least(part: number, amount: bigint): bigint {
  return part === 0 ? 0n : amount / BigInt(part);
}

function orZero(amount: bigint): bigint {
  return amount < 0n ? 0n : amount;
}
