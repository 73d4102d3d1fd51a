import { expect } from "chai";
import { describe, it } from "mocha";
import { bridge, type Payout } from "../../src/agents/bridge.ts";
import { type LiquidityChange, liquidityProviders } from "../../src/agents/liquidity-provider.ts";
import { stream } from "../../src/core/random.ts";
import { only, pool, type Shown, viewOf, waitingTx } from "./view-of.ts";

const random = stream(1, "others");

describe("agents: the other liquidity providers", () => {
  const changes: readonly LiquidityChange[] = [
    { time: 1_000, logChange: Math.log(0.9) },
    { time: 1_010, logChange: Math.log(0.5) },
    { time: 2_000, logChange: Math.log(1.25) },
  ];
  const agent = () => liquidityProviders("other-lps", changes, 6);
  const rich: Shown["balance"] = () => 10n ** 40n;

  it("act at the first block after each recorded time, several changes at once, each of them once", () => {
    const lps = agent();
    const at = (time: number) => only(lps.decide(viewOf({ time, balance: rich }), random), "send").map(({ action }) => action);
    expect(at(999)).to.deep.equal([]);
    const [burn] = at(1_020);
    expect(burn?.kind).to.equal("remove-liquidity");
    // 0.9 · 0.5 of the liquidity stays.
    if (burn?.kind === "remove-liquidity") expect(Number(burn.liquidity) / Number(pool.supply)).to.be.closeTo(0.55, 1e-9);
    expect(at(1_030)).to.deep.equal([]);
    const [mint] = at(2_000);
    expect(mint).to.deep.include({ kind: "add-liquidity", base: pool.base / 4n, quote: pool.quote / 4n });
    expect(at(9_000)).to.deep.equal([]);
  });

  it("remove no more than they hold, and say so when they hold nothing or cannot pay", () => {
    const decide = (balance: Shown["balance"], time: number) =>
      agent().decide(viewOf({ time, ...(balance === undefined ? {} : { balance }) }), random);
    const [some] = only(
      decide(() => 7n, 1_000),
      "send",
    );
    expect(some?.action).to.deep.include({ kind: "remove-liquidity", liquidity: 7n });
    expect(decide(() => 0n, 1_000)).to.deep.equal([{ type: "unaffordable", account: "other-lps", count: 1 }]);
    const adding = liquidityProviders("other-lps", [{ time: 1_000, logChange: 0.1 }], 6);
    expect(adding.decide(viewOf({ time: 1_000, balance: () => 1n }), random)).to.deep.equal([
      { type: "unaffordable", account: "other-lps", count: 1 },
    ]);
  });
});

describe("agents: the bridge", () => {
  it("pays what is due, once, and reprices what waits", () => {
    let owed: readonly Payout[] = [
      { to: "arbitrageur-1-executor", asset: "base", amount: 5n },
      { to: "arbitrageur-2-executor", asset: "quote", amount: 6n },
    ];
    const take = (): readonly Payout[] => {
      const due = owed;
      owed = [];
      return due;
    };
    const agent = bridge("bridge", take, 6);
    const sent = only(agent.decide(viewOf({ gwei: 10 }), random), "send");
    expect(sent.map(({ from, action }) => ({ from, action }))).to.deep.equal([
      { from: "bridge", action: { kind: "transfer", to: "arbitrageur-1-executor", asset: "base", amount: 5n } },
      { from: "bridge", action: { kind: "transfer", to: "arbitrageur-2-executor", asset: "quote", amount: 6n } },
    ]);
    expect(sent[0]?.bid.maxFeePerGas, "at the top of the range").to.equal(15_000_000_000n);
    const waiting = waitingTx("bridge", { kind: "transfer", to: "arbitrageur-1-executor", asset: "base", amount: 5n }, 90, "bridge");
    const again = agent.decide(viewOf({ gwei: 10, pending: [waiting] }), random);
    expect(again.map(({ type }) => type)).to.deep.equal(["replace"]);
    expect(only(again, "replace")[0]?.action).to.deep.equal(waiting.action);
  });
});
