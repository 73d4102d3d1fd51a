import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

/** Pair, router, wallets, the tokens themselves and whoever was named as a holder have together what they had, and the router keeps nothing for itself. */
export function conservationRule({ before, after }: PoolStep): Finding | null {
  for (const token of ["base", "quote"] as const) {
    const [measured, allowed] = [after.held[token], before.held[token]];
    if (measured !== allowed)
      return { measured, allowed, text: `all who are known hold ${measured} units of ${token} together, and held ${allowed}` };
    const [kept, had] = [after.router[token], before.router[token]];
    if (kept > had) return { measured: kept, allowed: had, text: `the router keeps ${kept - had} units of ${token}` };
  }
  return null;
}
