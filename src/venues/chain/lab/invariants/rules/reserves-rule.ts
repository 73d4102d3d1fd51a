import type { Amounts } from "../../../../../amm/uniswap-v2.ts";
import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

/** The pair holds at least its reserves, and exactly them after `skim` and `sync` (Uniswap V2 whitepaper section 3.2.2). */
export function reservesRule({ kind, succeeded, after }: PoolStep): Finding | null {
  const isLevel = succeeded && (kind === "skim" || kind === "sync");
  const wrong = (["base", "quote"] as const).find((token) => isWrong(after.pair, after.reserves, token, isLevel));
  if (wrong === undefined) return null;
  const [measured, allowed] = [after.pair[wrong], after.reserves[wrong]];
  return {
    measured,
    allowed,
    text: `the pair holds ${measured} units of ${wrong} where its reserve is ${allowed}${isLevel ? `, right after a ${kind}` : ""}`,
  };
}

function isWrong(held: Amounts, reserves: Amounts, token: keyof Amounts, isLevel: boolean): boolean {
  return held[token] < reserves[token] || (isLevel && held[token] !== reserves[token]);
}
