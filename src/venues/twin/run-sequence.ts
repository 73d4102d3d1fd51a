import { OBSERVED_ACCOUNTS, type Observation, type Operation, type Sequence, STOCK } from "../operation.ts";
import { arbitrage } from "./executor-calls.ts";
import { Holdings } from "./holdings.ts";
import { addLiquidity, removeLiquidity, trade } from "./router-calls.ts";
import { TwinPool } from "./twin-pool.ts";
import { TwinState } from "./twin-state.ts";

const TRADER = { account: "trader", approved: true } as const;

/** Carries a sequence out on the twin one operation at a time, so that the next can be chosen by what the pool has become. */
export class TwinRun {
  readonly pool: TwinPool;
  #time: number;

  /** @param start unix seconds of the first block */
  constructor(start: number) {
    const holdings = new Holdings(OBSERVED_ACCOUNTS);
    for (const account of ["trader", "trader-executor"])
      for (const asset of ["base", "quote"] as const) holdings.add(account, asset, STOCK);
    holdings.keep();
    this.pool = new TwinPool(new TwinState(holdings));
    this.#time = start;
  }

  /** @returns null for a wait */
  step(operation: Operation): Observation | null {
    if (operation.op === "wait") {
      this.#time += operation.seconds;
      return null;
    }
    const { reason } = this.pool.state.attempt(this.#time, () => carryOut(this.pool, operation));
    return { reason: reason ?? null, values: this.#values() };
  }

  #values(): readonly bigint[] {
    const { holdings, pair } = this.pool;
    const held = OBSERVED_ACCOUNTS.flatMap((account) => {
      const { base, quote, liquidity } = holdings.of(account);
      return [base, quote, liquidity];
    });
    const { base, quote, updatedAt, supply, kLast, basePriceCumulative, quotePriceCumulative } = pair;
    return [...held, base, quote, BigInt(updatedAt), supply, kLast, basePriceCumulative, quotePriceCumulative];
  }
}

/** What each operation of a sequence comes to on the twin; waits leave no row. */
export function runOnTwin({ start, operations }: Sequence): readonly Observation[] {
  const run = new TwinRun(start);
  return operations.flatMap((operation) => run.step(operation) ?? []);
}

function carryOut(pool: TwinPool, operation: Exclude<Operation, { op: "wait" }>): void {
  switch (operation.op) {
    case "pay":
      return pool.transfer(operation.asset, "trader", "pair", operation.amount);
    case "mint":
      return pool.mint(operation.to);
    case "burn":
      pool.burn(operation.to);
      return;
    case "swap":
      return pool.swap({ base: operation.baseOut, quote: operation.quoteOut }, operation.to);
    case "skim":
      return pool.skim(operation.to);
    case "sync":
      return pool.sync();
    case "protocol-fee":
      pool.feeTo = operation.on ? "protocol" : null;
      return;
    case "trade":
      return trade(pool, TRADER, operation.side, operation.amountIn, operation.minAmountOut, deadline(pool, operation));
    case "add-liquidity": {
      const least = { base: operation.minBase, quote: operation.minQuote };
      return addLiquidity(pool, TRADER, operation, least, deadline(pool, operation));
    }
    case "remove-liquidity": {
      const least = { base: operation.minBase, quote: operation.minQuote };
      return removeLiquidity(pool, TRADER, operation.liquidity, least, deadline(pool, operation));
    }
    case "arbitrage":
      return arbitrage(pool, "trader-executor", operation.side, operation.amountIn, operation.minAmountOut);
    case "withdraw":
      return pool.transfer(operation.asset, "trader-executor", "bridge", operation.amount);
  }
}

/** The block's own time can still be kept; the second before it cannot. */
function deadline({ time }: TwinPool, { late }: { readonly late: boolean }): bigint {
  return BigInt(late ? time - 1 : time);
}
