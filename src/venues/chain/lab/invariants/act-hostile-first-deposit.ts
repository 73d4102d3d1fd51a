import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import type { PoolOperation } from "./pool-operation.ts";
import type { PoolStage } from "./pool-stage.ts";
import { victimOf } from "./victim-of.ts";

/** Units of both tokens, one after the other, that are tried as a first deposit: the least of all, and the least where 1000 units of liquidity are locked. */
const DUST = [1n, 1_001n] as const;
/** Fewer units of a token than these would be rounded away by a thousandth for no fault of the pair. */
const LEAST = 1_000_000n;
const SECONDS = 12;

/**
 * A first deposit of dust, a donation that makes its liquidity dear, then another wallet's deposit and withdrawal. What the pair locks of the first mint decides how much of the deposit is
 * rounded away (Uniswap V2 whitepaper section 3.4).
 *
 * @param wanted what the other wallet deposits, unless it is too little; the donation is a part of it, from a fifth to all
 */
export async function actHostileFirstDeposit(stage: PoolStage, { who, quoteParts }: PoolOperation, wanted: Amounts): Promise<void> {
  const { lab } = stage;
  const victims = { base: atLeast(wanted.base), quote: atLeast(wanted.quote) };
  const victim = victimOf(who);
  for (const dust of DUST) {
    const calls = [lab.sendCall(who, "base", "pair", dust), lab.sendCall(who, "quote", "pair", dust)];
    if (stage.now.supply === 0n)
      await stage.step({ kind: "deposit", who, calls: [...calls, lab.pairCall(who, "mint(address)", [lab.address(who)])] });
  }
  await stage.pause(SECONDS);
  const share = (amount: bigint): bigint => (amount * (2n + (BigInt(quoteParts) % 9n))) / 10n;
  const gifts = [
    lab.sendCall(who, "base", "pair", share(victims.base)),
    lab.sendCall(who, "quote", "pair", share(victims.quote)),
    lab.pairCall(who, "sync()", []),
  ];
  await stage.step({ kind: "sync", who, calls: gifts });
  await stage.pause(SECONDS);
  const before = stage.now.liquidity[victim];
  await stage.step({ kind: "deposit", who: victim, calls: [lab.addCall(victim, victims.base, victims.quote)] });
  const minted = stage.now.liquidity[victim] - before;
  if (minted > 0n) await stage.step({ kind: "withdrawal", who: victim, calls: [lab.removeCall(victim, minted)] }, true);
}

function atLeast(amount: bigint): bigint {
  return amount > LEAST ? amount : LEAST;
}
