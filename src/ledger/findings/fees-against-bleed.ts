import type { Finding } from "../../core/result.ts";
import { batchInterval } from "../measures/batch-interval.ts";
import type { Unread } from "./unread.ts";
import { dollars, percent } from "./words.ts";

/** Did the fees pay for the loss versus rebalancing? */
export function feesAgainstBleed({ pool, breakEven, series }: Unread): Finding {
  const { fees, lossVersusRebalancing: bleed } = pool;
  const verdict =
    fees >= -bleed
      ? `paid for the loss versus rebalancing of ${dollars(-bleed)} and left ${dollars(fees + bleed)}`
      : `paid ${percent(fees / -bleed)} of the loss versus rebalancing of ${dollars(-bleed)}`;
  return {
    id: "fees-against-bleed",
    sentence:
      `The pool's fees of ${dollars(fees)} ${verdict}; they break even at a turnover of ${breakEven.turnoverPerDay.toPrecision(3)} a day, ` +
      `and it was ${pool.turnoverPerDay.toPrecision(3)}.`,
    field: "pool.fees",
    value: fees,
    interval: batchInterval(series.cumulativeFees),
    basis: "95 %, batch means",
  };
}
