import { priceNumber } from "../core/units.ts";
import { type BreakerState, circuitBreaker, type TradingSession } from "../market/impact/circuit-breaker.ts";
import { utcDay } from "../market/utc-day.ts";
import type { Track } from "./moment.ts";

const SECONDS_A_DAY = 86_400;

/**
 * Circuit breakers of a reference market, block by block: where it has sessions, of each; where it never closes, of each day by universal time, from the
 * price at its beginning.
 */
export class Halts {
  readonly #track: Track;
  #session: TradingSession;
  #state: BreakerState | null = null;

  constructor(track: Track) {
    this.#track = track;
    this.#session = this.#sessionAt(0);
  }

  /** Whether the market stands still at a block; blocks are asked for in turn. */
  reach(block: number): boolean {
    const time = this.#track.times[block] ?? NaN;
    if (this.#isOpen(block)) this.#session = this.#sessionAt(block);
    this.#state = circuitBreaker(this.#state, time, priceNumber(this.#track.prices[block] ?? 0n), this.#session);
    return time < this.#state.haltedUntil;
  }

  #isOpen(block: number): boolean {
    const { sessions, times } = this.#track;
    if (sessions !== null) return sessions.isOpen[block] === true;
    return utcDay(times[block] ?? NaN) !== utcDay(times[block - 1] ?? NaN);
  }

  #sessionAt(block: number): TradingSession {
    const { times, prices, sessions } = this.#track;
    const opens = times[block] ?? NaN;
    const close = sessions?.isClose.indexOf(true, block) ?? -1;
    const closes = sessions === null ? (utcDay(opens) + 1) * SECONDS_A_DAY : (times[close] ?? Infinity);
    return { opens, closes, previousClose: priceNumber(prices[Math.max(0, block - 1)] ?? 0n) };
  }
}
