import { openSmallChain } from "../test/venues/small-chain.ts";
import { scheduledGas } from "../src/mempool/gas-schedule.ts";
import type { Action, Side } from "../src/core/words.ts";
const chain = await openSmallChain();
const E = 10n ** 18n, D = 10n ** 6n;
const cd = (a: Action) => scheduledGas(a, true) - scheduledGas({ ...a, ...("amountIn" in a ? { amountIn: 0n, minAmountOut: 0n } : {}), ...("deadline" in a ? { deadline: 0 } : {}), ...("amount" in a ? { amount: 0n } : {}), ...("base" in a ? { base: 0n, quote: 0n } : {}), ...("liquidity" in a ? { liquidity: 0n } : {}) } as Action, true) + 128 * ("kind" in a ? { arbitrage: 2, trade: 3, withdraw: 1, transfer: 1, "add-liquidity": 3, "remove-liquidity": 2, cancel: 0 }[a.kind] : 0);
const rows: Record<string, number[]> = {};
const rnd = (lo: bigint, hi: bigint) => lo + (BigInt(Math.floor(Math.random() * 2 ** 50)) * (hi - lo)) / 2n ** 50n;
const amt = (s: Side) => s === "sell" ? rnd(E / 100n, 5n * E) : rnd(2n * D, 1000n * D);
const note = (name: string, o: { tx: { action: Action }; gasUsed: bigint; success: boolean; reason?: string }) => { (rows[name + (o.success ? "" : ` FAIL ${o.reason?.slice(0, 50)}`)] ??= []).push(Number(o.gasUsed) - cd(o.tx.action)); };
const arb = (side: Side, min = 1n) => ({ from: "arbitrageur-1", action: { kind: "arbitrage", side, amountIn: amt(side), minAmountOut: min } as const });
const trade = (side: Side, min = 1n, dl = 600, n = 1) => ({ from: "trader-" + n, action: { kind: "trade", side, amountIn: amt(side), minAmountOut: min, deadline: chain.time() + dl } as const });
const go = async (label: string, ws: any[]) => { const os = await chain.block(ws); os.forEach((o, i) => note(`${label}#${i} ${o.tx.action.kind} ${(o.tx.action as any).side ?? (o.tx.action as any).asset ?? ""}`, o as any)); };
await go("very-first", [arb("sell")]);
for (let i = 0; i < 8; i++) {
  for (const s of ["sell", "buy"] as const) {
    await go("a", [arb(s), arb(s), trade(s)]);
    await go("t", [trade(s), trade(s === "sell" ? "buy" : "sell"), arb(s === "sell" ? "buy" : "sell")]);
    await go("r", [arb(s, 10n ** 24n), trade(s, 10n ** 24n), trade(s, 1n, -20, 2)]);
  }
  for (const a of ["base", "quote"] as const) {
    await go("w", [{ from: "arbitrageur-1", action: { kind: "withdraw", asset: a, amount: a === "base" ? amt("sell") : amt("buy") } }, { from: "bridge", action: { kind: "transfer", asset: a, to: "arbitrageur-1-executor", amount: a === "base" ? amt("sell") : amt("buy") } }, { from: "trader-1", action: { kind: "cancel" } }]);
    await go("wr", [{ from: "arbitrageur-1", action: { kind: "withdraw", asset: a, amount: 10n ** 24n } }, { from: "bridge", action: { kind: "transfer", asset: a, to: "arbitrageur-1-executor", amount: 10n ** 24n } }]);
  }
  const dl = () => chain.time() + 600;
  const add = (exp = 600) => ({ from: "other-lps", action: { kind: "add-liquidity", base: amt("sell"), quote: 2000n * D, deadline: chain.time() + exp } });
  const rem = (exp = 600) => ({ from: "other-lps", action: { kind: "remove-liquidity", liquidity: rnd(10n ** 12n, 10n ** 13n), deadline: chain.time() + exp } });
  await go("l1", [add(), add(), rem()]); await go("l2", [rem(), rem(), add()]);
  await go("lx", [add(-20), rem(-20)]);
  void dl;
}
for (const [k, v] of Object.entries(rows).sort()) console.log(k.padEnd(70), v.length, Math.min(...v), Math.round(v.reduce((a, b) => a + b) / v.length), Math.max(...v));
console.log(await chain.venue.facts());
await chain.close();
