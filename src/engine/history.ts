import { costOf, depthTo } from "../amm/depth.ts";
import { liquidityOf, spotPrice } from "../amm/spot.ts";
import { bookColumns } from "../core/book-columns.ts";
import type { ChosenBook } from "../core/chosen-book.ts";
import type { BookName, Series, Swaps } from "../core/result.ts";
import { baseNumber, priceNumber, quoteNumber, valueNumber } from "../core/units.ts";
import type { PoolState } from "../core/words.ts";
import { bleedOfStep } from "../ledger/books/liquidity-position.ts";
import { effectOf } from "../ledger/measures/effect.ts";
import { feeValue } from "../ledger/measures/fee-value.ts";
import type { Book } from "./books/book.ts";
import { addRow, type Columns, type Row } from "./columns.ts";
import type { Moment } from "./moment.ts";
import type { PoolEvent } from "./record-block.ts";

/** What a block leaves behind, beside its events. */
export interface BlockState {
  readonly moment: Moment;
  readonly pool: PoolState;
  readonly books: readonly Book[];
  readonly gasFloorGwei: number;
  readonly pending: number;
}

/** Whose swaps count as arbitrage, those of searchers among them; all others trade for reasons of their own. */
const ARBITRAGE: ReadonlySet<string> = new Set(["arbitrageur", "cross-pool-arbitrageur", "back-runner", "sandwicher"]);

/** Books that not every run has. */
const CHOSEN: readonly ChosenBook[] = ["desk", "insurer"];

/** Keeps one row a block and one row a swap. */
export class History {
  readonly series: Columns<Series>;
  readonly swaps: Columns<Swaps> = {
    block: [],
    index: [],
    account: [],
    sender: [],
    effect: [],
    side: [],
    amountIn: [],
    amountOut: [],
    fee: [],
    poolMarkout: [],
  };
  readonly #sums = { fees: 0, bleed: 0, arbitrage: 0, traders: 0, pool: 0n, arbitrageurs: 0n, tradersBase: 0n };
  /** Natural logarithm of the liquidity that mints and burns added. */
  liquidityChange = 0;
  #pool: PoolState;

  /** @param books of the run, which have columns each */
  constructor(pool: PoolState, books: readonly Book[]) {
    this.#pool = pool;
    this.series = emptySeries(books);
  }

  add(state: BlockState, events: readonly PoolEvent[]): void {
    if (state.moment.block > 0) this.#sums.bleed += bleedOfStep(liquidityOf(this.#pool), state.moment.from, state.moment.to);
    for (const event of events) this.#addEvent(event, state.moment);
    this.#pool = state.pool;
    this.#addRow(state);
  }

  #addEvent({ swap, index, gain, before, after }: PoolEvent, moment: Moment): void {
    if (swap === null) {
      this.liquidityChange += Math.log(liquidityOf(after) / liquidityOf(before));
      return;
    }
    const { tx, side, amountIn, amountOut } = swap;
    const fee = feeValue(swap, moment.to);
    const markout = valueNumber(gain);
    const bought = side === "sell" ? amountIn : -amountOut;
    this.#sums.fees += fee;
    this.#sums.pool += bought;
    if (ARBITRAGE.has(tx.sender)) {
      this.#sums.arbitrage += markout;
      this.#sums.arbitrageurs -= bought;
    } else {
      this.#sums.traders += markout;
      this.#sums.tradersBase -= bought;
    }
    const row = {
      block: moment.block,
      index,
      account: tx.from,
      sender: tx.sender,
      effect: effectOf(before, after, moment.to),
      side,
      amountIn: amountIn.toString(),
      amountOut: amountOut.toString(),
      fee,
      poolMarkout: markout,
    };
    addRow(this.swaps, row);
  }

  #addRow({ moment, pool, books, gasFloorGwei, pending }: BlockState): void {
    const price = priceNumber(moment.priceAfter);
    const sums = this.#sums;
    const ofPool: Omit<Row<Series>, BookColumn> = {
      block: moment.block,
      time: moment.time,
      priceE8: Number(moment.priceAfter),
      poolPrice: spotPrice(pool),
      reserveBase: baseNumber(pool.base),
      reserveQuote: quoteNumber(pool.quote),
      slippageSell10k: costOf(pool, "sell", 1e4, price),
      slippageSell100k: costOf(pool, "sell", 1e5, price),
      slippageSell1m: costOf(pool, "sell", 1e6, price),
      slippageBuy10k: costOf(pool, "buy", 1e4, price),
      slippageBuy100k: costOf(pool, "buy", 1e5, price),
      slippageBuy1m: costOf(pool, "buy", 1e6, price),
      depthDown2: depthTo(pool, -0.02),
      depthUp2: depthTo(pool, 0.02),
      cumulativeFees: sums.fees,
      cumulativeBleed: sums.bleed,
      cumulativeArbitrageMarkout: sums.arbitrage,
      cumulativeTraderMarkout: sums.traders,
      netBasePool: baseNumber(sums.pool),
      netBaseArbitrageurs: baseNumber(sums.arbitrageurs),
      netBaseTraders: baseNumber(sums.tradersBase),
      gasFloorGwei,
      pending,
    };
    addRow(this.series, { ...ofPool, ...ofBooks(books) });
  }
}

type BookColumn = NonNullable<(typeof bookColumns)[BookName]["value" | "dollarGamma" | "netBase"]>;

/** What the books have in a row, by column. */
function ofBooks(books: readonly Book[]): Pick<Row<Series>, BookColumn> {
  const cells: Partial<Record<BookColumn, number>> = {};
  for (const book of books) {
    const { value, dollarGamma, netBase } = bookColumns[book.name];
    cells[value] = book.value();
    // A liquidity position has one gamma, hedged or not.
    if (dollarGamma !== null) cells[dollarGamma] ??= book.dollarGamma();
    if (netBase !== null) cells[netBase] = book.hedge();
  }
  return cells as Pick<Row<Series>, BookColumn>;
}

/** Columns without rows, in their order; those of books that the run does not have are left out. */
function emptySeries(books: readonly Book[]): Columns<Series> {
  const columns: Required<Columns<Series>> = {
    block: [],
    time: [],
    priceE8: [],
    poolPrice: [],
    reserveBase: [],
    reserveQuote: [],
    hold: [],
    lp: [],
    hedgedLp: [],
    optionTwin: [],
    shortStraddle: [],
    desk: [],
    insurer: [],
    dollarGammaLp: [],
    dollarGammaTwin: [],
    dollarGammaStraddle: [],
    dollarGammaDesk: [],
    dollarGammaInsurer: [],
    slippageSell10k: [],
    slippageSell100k: [],
    slippageSell1m: [],
    slippageBuy10k: [],
    slippageBuy100k: [],
    slippageBuy1m: [],
    depthDown2: [],
    depthUp2: [],
    cumulativeFees: [],
    cumulativeBleed: [],
    cumulativeArbitrageMarkout: [],
    cumulativeTraderMarkout: [],
    netBasePool: [],
    netBaseArbitrageurs: [],
    netBaseTraders: [],
    netBaseLpHedge: [],
    netBaseTwinHedge: [],
    netBaseStraddleHedge: [],
    netBaseDeskHedge: [],
    netBaseInsurer: [],
    gasFloorGwei: [],
    pending: [],
  };
  const absent = new Set<string | null>(
    CHOSEN.filter((name) => books.every((book) => book.name !== name)).flatMap((name) => Object.values(bookColumns[name])),
  );
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !absent.has(name))) as Columns<Series>;
}
