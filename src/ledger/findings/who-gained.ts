import type { Finding } from "../../core/result.ts";
import { batchInterval } from "../measures/batch-interval.ts";
import type { Unread } from "./unread.ts";
import { dollars, percent } from "./words.ts";

/** What did arbitrageurs take from the pool, what did they keep, and how stale was the pool? */
export function whoGained({ senders, markouts, series, pool }: Unread): Finding {
  const taken = series.cumulativeArbitrageMarkout.at(-1) ?? 0;
  const arbitrage = senders.find((each) => each.sender === "arbitrageur");
  const traders = markouts.filter((each) => each.sender === "trader").reduce((sum, each) => sum + each.poolMarkout, 0);
  const verb = taken <= 0 ? `took ${dollars(-taken)} from the pool` : `lost ${dollars(taken)} to the pool`;
  const kept =
    arbitrage === undefined ? "" : ` and ${arbitrage.profit >= 0 ? "kept" : "ended at"} ${dollars(arbitrage.profit)} after venue and gas`;
  const failed =
    arbitrage === undefined || arbitrage.mined === 0
      ? ""
      : `; ${percent(arbitrage.reverted / arbitrage.mined)} of their mined attempts failed`;
  const paid = traders >= 0 ? `paid it ${dollars(traders)}` : `gained ${dollars(-traders)} from it`;
  return {
    id: "who-gained",
    sentence:
      `Arbitrageurs ${verb}${kept}${failed}. Other traders ${paid}. The pool stood ${percent(pool.gap.median)} from the reference at the median and ` +
      `${percent(pool.gap.max)} at worst.`,
    field: "series.cumulativeArbitrageMarkout",
    value: taken,
    interval: batchInterval(series.cumulativeArbitrageMarkout),
    basis: "95 %, batch means",
  };
}
