import type { Side } from "../../../../core/words.ts";
import type { LabState } from "../pool-lab.ts";

/** The two reserves as who trades on this side sees them, in smallest units. */
export function reservesOf({ base, quote }: LabState, side: Side): { readonly reserveIn: bigint; readonly reserveOut: bigint } {
  return side === "sell" ? { reserveIn: base, reserveOut: quote } : { reserveIn: quote, reserveOut: base };
}
