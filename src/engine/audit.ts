import type { IdentityReport } from "../core/result.ts";
import type { PoolState, Value, VenueState } from "../core/words.ts";
import { BOOK_TOLERANCE } from "../ledger/books/check-book.ts";
import { checkBalances } from "../ledger/identities/balances.ts";
import { checkConservation, type Totals, totalsOf } from "../ledger/identities/conservation.ts";
import { IdentityLog } from "../ledger/identities/identity-log.ts";
import { checkPoolValue } from "../ledger/identities/pool-value.ts";
import type { Book } from "./books/book.ts";
import type { Moment } from "./moment.ts";
import type { BlockRecord } from "./record-block.ts";
import type { Simulation } from "./simulation.ts";

/** Holds the four identities against every block; a broken one throws an IdentityError that names the block. */
export class Audit {
  readonly #books = new IdentityLog({
    identity: 1,
    name: "each book: the lines add up to the change of value",
    tolerance: BOOK_TOLERANCE,
    unit: "share of starting capital",
  });
  readonly #poolValue = new IdentityLog({
    identity: 2,
    name: "pool: exposure, markouts, mints and burns explain its value",
    tolerance: 0,
    unit: "1e-26 quote",
  });
  readonly #balances = new IdentityLog({
    identity: 3,
    name: "every balance on chain is the one the ledger predicts",
    tolerance: 0,
    unit: "smallest unit",
  });
  readonly #conservation = new IdentityLog({
    identity: 4,
    name: "over all accounts only the burn is missing",
    tolerance: 0,
    unit: "smallest unit",
  });
  #pool: PoolState;
  #totals: Totals;

  /** @param state the venue's before the first block, which the ledger must already agree with */
  constructor(sim: Simulation, state: VenueState) {
    this.#pool = state.pool;
    this.#totals = totalsOf(sim.accounts);
    this.#checkChain(0, sim, state);
  }

  check(moment: Moment, sim: Simulation, record: BlockRecord, state: VenueState, books: readonly Book[]): void {
    const { block, priceBefore, priceAfter } = moment;
    for (const book of books) this.#books.note(book.check(block));
    const sum = (swaps: boolean): Value =>
      record.events.reduce((total, each) => ((each.swap !== null) === swaps ? total + each.gain : total), 0n);
    checkPoolValue({
      block,
      priceBefore,
      priceAfter,
      before: this.#pool,
      after: state.pool,
      exposedBase: sim.parts.exposedPool(this.#pool, state.pool).base,
      markouts: sum(true),
      liquidityMoves: sum(false),
    });
    this.#poolValue.note(0);
    this.#pool = state.pool;
    this.#checkChain(block, sim, state);
    const totals = totalsOf(sim.accounts);
    checkConservation(block, this.#totals, totals, priceBefore, priceAfter);
    this.#conservation.note(0);
    this.#totals = totals;
  }

  report(): readonly IdentityReport[] {
    return [this.#books, this.#poolValue, this.#balances, this.#conservation].map((log) => log.report());
  }

  #checkChain(block: number, sim: Simulation, state: VenueState): void {
    checkBalances(block, sim.accounts, state, sim.gasMeter.difference);
    this.#balances.note(0);
  }
}
