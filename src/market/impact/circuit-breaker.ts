/** Falls from the previous close at which trading stops, per cent. */
const FALLS = [7, 13, 20] as const;
const PAUSE = 15 * 60;
/** Before the close by this much, 15:25 of a day that ends at 16:00, the first two no longer stop anything. Seconds. */
const LAST_PAUSE = 35 * 60;

/** A day of trading; times in unix seconds. */
export interface TradingSession {
  readonly opens: number;
  readonly closes: number;
  /** Last price of the session before, positive. */
  readonly previousClose: number;
}

/** What a circuit breaker remembers. */
export interface BreakerState {
  /** Start of the session that it belongs to. */
  readonly opened: number;
  /** Highest level that has stopped trading in it; 0 for none. */
  readonly level: 0 | 1 | 2 | 3;
  /** Trading stands still before this time, unix seconds. */
  readonly haltedUntil: number;
}

/**
 * Market-wide circuit breakers as they stand since 2013 (New York Stock Exchange, Rule 7.12, before that 80B): a fall of 7 or 13 per cent from the previous close
 * stops trading for 15 minutes, once each a day and only before 15:25; one of 20 per cent stops it until the close, at any time. In 1987 there were none.
 *
 * Prices that are seen during a halt count from its end on: nothing trades on them. A gap through two levels counts as the lower one in price. Who asks at the
 * very second at which a halt ends may trade.
 *
 * @param before what the last call returned, or null at the start; a session that opens at another time starts anew
 * @param price last price of trading, quote per base
 * @returns what to remember; at `time` the market stands still if `haltedUntil` is later
 */
export function circuitBreaker(before: BreakerState | null, time: number, price: number, session: TradingSession): BreakerState {
  const state: BreakerState =
    before?.opened === session.opens ? before : { opened: session.opens, level: 0, haltedUntil: Number.NEGATIVE_INFINITY };
  if (time < session.opens || time >= session.closes || time < state.haltedUntil) return state;
  const level = levelOf(price, session.previousClose);
  if (level <= state.level) return state;
  if (level === 3) return { ...state, level, haltedUntil: session.closes };
  if (time >= session.closes - LAST_PAUSE) return state;
  return { ...state, level, haltedUntil: time + PAUSE };
}

function levelOf(price: number, previousClose: number): 0 | 1 | 2 | 3 {
  const isBelow = (fall: number): boolean => 100 * price <= (100 - fall) * previousClose;
  return isBelow(FALLS[2]) ? 3 : isBelow(FALLS[1]) ? 2 : isBelow(FALLS[0]) ? 1 : 0;
}
