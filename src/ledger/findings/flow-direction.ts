import type { Finding, FlowReport } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { dollars, tokens } from "./words.ts";

/** Who bought what fell, and who sold it? */
export function flowDirection({ flow, crash }: Unread): Finding {
  const pool = flowOf(flow, "pool");
  const hedge = flowOf(flow, "hedged-lp");
  const twin = flowOf(flow, "option-twin");
  const longest = [...pool.slopes].reverse().find((each) => each.slope !== null);
  const slope = longest?.slope ?? 0;
  const error = longest?.standardError;
  const [move, side] = crash.return < 0 ? ["fell", "bought"] : ["rose", "sold"];
  const did = pool.netBase >= 0 ? "bought" : "sold";
  const verdict =
    did === side
      ? "the pool leaned against the move, and hedging it took that away again"
      : "here the pool's net flow went with the move, against its rule";
  return {
    id: "flow-direction",
    sentence:
      `While the price ${move}, the pool ${did} ${tokens(pool.netBase)} base; the LP's hedge ${traded(hedge.netBase)} and the desk's ` +
      `${traded(twin.netBase)}: ${verdict}. Over ${longest?.horizon ?? 1} blocks, a fall of 1 % makes ` +
      `the pool ${slope < 0 ? "buy" : "sell"} ${dollars(Math.abs(slope) / 100)}.`,
    field: `flow.pool.slopes.${longest?.horizon ?? 1}.slope`,
    value: slope,
    interval: error === null || error === undefined ? null : [slope - 1.96 * error, slope + 1.96 * error],
    basis: "95 %, least squares over windows that do not overlap",
  };
}

function traded(base: number): string {
  return `${base >= 0 ? "bought" : "sold"} ${tokens(base)}`;
}

function flowOf(flow: readonly FlowReport[], participant: string): FlowReport {
  const found = flow.find((each) => each.participant === participant);
  if (found === undefined) throw new RangeError(`no flow of ${participant}`);
  return found;
}
