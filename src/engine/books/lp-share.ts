import { baseNumber, valueAt, valueNumber } from "../../core/units.ts";
import { liquidityOf } from "../../amm/spot.ts";
import type { PoolState, PriceE8, Value } from "../../core/words.ts";
import { feeValue } from "../../ledger/measures/fee-value.ts";
import { bleedOfStep } from "../../ledger/books/liquidity-position.ts";
import type { Moment } from "../moment.ts";
import type { PoolEvent } from "../record-block.ts";

/** The lines that a block adds to a liquidity position, in quote. */
export interface LpFlows {
  readonly exposure: number;
  readonly fees: number;
  readonly bleed: number;
  readonly markouts: number;
  /** From other providers' mints and burns, which round in favour of who stays. */
  readonly rounding: number;
}

/** One liquidity position through the run: so many liquidity tokens of the pool. */
export class LpShare {
  readonly #tokens: bigint;
  #pool: PoolState;
  #price: PriceE8;
  #flows: LpFlows = { exposure: 0, fees: 0, bleed: 0, markouts: 0, rounding: 0 };

  constructor(tokens: bigint, pool: PoolState, price: PriceE8) {
    this.#tokens = tokens;
    this.#pool = pool;
    this.#price = price;
  }

  /** Takes a block in: exposure and bleed of the pool at its start, then what each event brought the share. */
  step(moment: Moment, events: readonly PoolEvent[], after: PoolState): void {
    const start = this.#pool;
    const part = Number(this.#tokens) / Number(start.supply);
    let fees = 0;
    let markouts = 0;
    let rounding = 0;
    for (const { swap, before, after: then, gain } of events) {
      if (swap === null) {
        rounding += this.#dust(before, then, moment.priceAfter);
      } else {
        const share = Number(this.#tokens) / Number(before.supply);
        fees += share * feeValue(swap, moment.to);
        markouts += share * valueNumber(gain);
      }
    }
    this.#flows = {
      exposure: part * baseNumber(start.base) * (moment.to - moment.from),
      fees,
      bleed: part * bleedOfStep(liquidityOf(start), moment.from, moment.to),
      markouts,
      rounding,
    };
    this.#pool = after;
    this.#price = moment.priceAfter;
  }

  /** Of the last block. */
  get flows(): LpFlows {
    return this.#flows;
  }

  /** The claim on base, in tokens: its delta. */
  get base(): number {
    return (baseNumber(this.#pool.base) * Number(this.#tokens)) / Number(this.#pool.supply);
  }

  /** In quote. */
  get value(): number {
    return (valueNumber(valueAt(this.#pool.base, this.#pool.quote, this.#price)) * Number(this.#tokens)) / Number(this.#pool.supply);
  }

  /** S²·Γ of the position at the reference price: −L√S/2 of its share, a quarter of its value when the pool stands there. */
  get dollarGamma(): number {
    const part = Number(this.#tokens) / Number(this.#pool.supply);
    return (-part * liquidityOf(this.#pool) * Math.sqrt(Number(this.#price) / 1e8)) / 2;
  }

  /** Exact change of the share's value by a mint or burn of others. */
  #dust(before: PoolState, after: PoolState, price: PriceE8): number {
    const value = (pool: PoolState): Value => valueAt(pool.base, pool.quote, price);
    const change = this.#tokens * (value(after) * before.supply - value(before) * after.supply);
    return Number(change) / Number(before.supply) / Number(after.supply) / 1e26;
  }
}
