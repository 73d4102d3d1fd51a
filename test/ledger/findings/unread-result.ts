import type { LineName } from "../../../src/core/line-name.ts";
import type { BookName, BookStatement, SenderReport, Series } from "../../../src/core/result.ts";
import type { Unread } from "../../../src/ledger/findings/unread.ts";
import { makeResult } from "../../report/fixture.ts";

/** A crash in which the pool buys, its hedgers sell, arbitrageurs gain, traders pay and some liquidity leaves. */
export const CRASH: Unread = makeResult();

export function withPool(pool: Partial<Unread["pool"]>, result = CRASH): Unread {
  return { ...result, pool: { ...result.pool, ...pool } };
}

export function withSeries(series: Partial<Series>, result = CRASH): Unread {
  return { ...result, series: { ...result.series, ...series } };
}

export function withBook(name: BookName, total: number, lines: Partial<Record<LineName, number>>, result = CRASH): Unread {
  const change = (book: BookStatement): BookStatement =>
    book.book === name ? { ...book, total, lines: { ...book.lines, ...lines } } : book;
  return { ...result, statement: result.statement.map(change) };
}

/** Net purchases in tokens over the run. */
export function withFlow(netBase: Readonly<Record<string, number>>, result = CRASH): Unread {
  return { ...result, flow: result.flow.map((each) => ({ ...each, netBase: netBase[each.participant] ?? each.netBase })) };
}

export function withReturn(simple: number, result = CRASH): Unread {
  return { ...result, crash: { ...result.crash, return: simple } };
}

export function withArbitrageur(changes: Partial<SenderReport>, result = CRASH): Unread {
  return { ...result, senders: result.senders.map((each) => (each.sender === "arbitrageur" ? { ...each, ...changes } : each)) };
}
