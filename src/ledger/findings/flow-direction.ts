import type { Finding, FlowReport } from "../../core/result.ts";
import { studentQuantile } from "../measures/student.ts";
import type { Unread } from "./unread.ts";
import { dollars, tokens } from "./words.ts";

/** Who bought what fell, and who sold it? */
export function flowDirection({ flow, crash }: Unread): Finding {
  const pool = flowOf(flow, "pool");
  const hedge = flowOf(flow, "hedged-lp");
  const twin = flowOf(flow, "option-twin");
  const sentence =
    `While the price ${crash.return < 0 ? "fell" : "rose"}, the pool ${traded(pool.netBase)} base; the LP's hedge ${traded(hedge.netBase)} and the ` +
    `desk's ${traded(twin.netBase)}: ${verdictOn(pool.netBase, hedge.netBase, crash.return)}.`;
  const longest = pool.slopes.findLast((each) => each.slope !== null);
  if (longest === undefined || longest.slope === null || longest.standardError === null) {
    return {
      id: "flow-direction",
      sentence,
      field: "flow.pool.netBase",
      value: pool.netBase,
      interval: null,
      basis: "exact; the run is too short for a slope",
    };
  }
  const { horizon, slope, standardError } = longest;
  const half = studentQuantile(Math.floor(crash.blocks / horizon) - 2) * standardError;
  const reaction = `${slope < 0 ? "buy" : "sell"} ${dollars(Math.abs(slope) / 100)}`;
  return {
    id: "flow-direction",
    sentence: `${sentence} Over ${horizon} block${horizon === 1 ? "" : "s"}, a fall of 1 % makes the pool ${reaction}.`,
    field: `flow.pool.slopes.${horizon}.slope`,
    value: slope,
    interval: [slope - half, slope + half],
    basis: "95 %, least squares over windows that do not overlap",
  };
}

function verdictOn(pool: number, hedge: number, move: number): string {
  const against = move < 0 ? pool > 0 : pool < 0;
  if (!against) return "here the pool's net flow went with the move, against its rule";
  const taken = hedge !== 0 && hedge < 0 === pool > 0;
  return `the pool leaned against the move, ${taken ? "and hedging it took that away again" : "and its hedge did not take that away"}`;
}

function traded(base: number): string {
  return `${base >= 0 ? "bought" : "sold"} ${tokens(base)}`;
}

function flowOf(flow: readonly FlowReport[], participant: string): FlowReport {
  const found = flow.find((each) => each.participant === participant);
  if (found === undefined) throw new RangeError(`no flow of ${participant}`);
  return found;
}
