import type { ProbeResult } from "../../core/probe-result.ts";
import { shortMoney, significant } from "../number-format.ts";

/** What was probed, in a line. */
export function probeSize({ pools, seed }: Pick<ProbeResult, "pools" | "seed">): string {
  const each = pools.map(
    ({ name, kind, address, terms, base, quote, value }) =>
      `${name}: ${kind === "deployed" ? "deployed for this" : `standing at ${address ?? ""}`} with ${significant(base)} base and ${significant(quote)} quote (${shortMoney(value)}), ${terms}`,
  );
  return `${each.join("; ")}; seed ${seed}`;
}
