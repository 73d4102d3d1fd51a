import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addLiquidity, removeLiquidity, swap } from "../../src/amm/uniswap-v2.ts";
import { CrashError } from "../../src/core/errors.ts";
import type { Action, Side, SwapEffect } from "../../src/core/words.ts";
import { Accounts, type Posting } from "../../src/ledger/accounts.ts";
import { predict } from "../../src/ledger/chain-entries.ts";
import { outcomeOf, POOL, txOf } from "./transactions.ts";

const side = fc.constantFrom<Side>("sell", "buy");
/** Not so little that the pool pays nothing for it. */
const amountIn = fc.bigInt({ min: 10n ** 11n, max: 10n ** 22n });

function swapEffect(side: Side, amountIn: bigint, amountOut = swap(POOL, side, amountIn).amountOut): SwapEffect {
  return { type: "swap", side, amountIn, amountOut };
}

/** Balances on chain after the postings, from nothing, as `account/asset`. */
function balances(postings: readonly Posting[]): Record<string, bigint> {
  expect(postings.every((each) => each.place === "chain")).to.equal(true);
  const accounts = new Accounts();
  accounts.post(postings);
  return Object.fromEntries([...accounts.all()].map(({ account, asset, amount }) => [`${account}/${asset}`, amount]));
}

describe("what the ledger predicts of a swap", () => {
  for (const [kind, from, payer] of [
    ["trade", "trader-1", "trader-1"],
    ["arbitrage", "arbitrageur-1", "arbitrageur-1-executor"],
  ] as const) {
    const actionOf = (side: Side, amountIn: bigint): Action =>
      kind === "trade" ? { kind, side, amountIn, minAmountOut: 0n, deadline: 0 } : { kind, side, amountIn, minAmountOut: 0n };

    it(`${kind}: ${payer} pays the pair and is paid what the pool's arithmetic says`, () => {
      fc.assert(
        fc.property(side, amountIn, (side, amountIn) => {
          const { state, amountOut } = swap(POOL, side, amountIn);
          const tx = txOf(actionOf(side, amountIn), from);
          const { postings, pool, swap: entry } = predict(outcomeOf(tx, true, [swapEffect(side, amountIn)]), POOL);
          const [given, taken] = side === "sell" ? ["base", "quote"] : ["quote", "base"];
          expect(balances(postings)).to.deep.equal({
            [`${payer}/${given}`]: -amountIn,
            [`pair/${given}`]: amountIn,
            [`pair/${taken}`]: -amountOut,
            [`${payer}/${taken}`]: amountOut,
          });
          expect(pool).to.deep.equal(state);
          expect(entry).to.deep.equal({ tx, side, amountIn, amountOut, before: POOL, after: state });
        }),
      );
    });

    it(`${kind}: any other swap than the model's is refused, by one wei or altogether`, () => {
      fc.assert(
        fc.property(side, amountIn, (side, amountIn) => {
          const right = swapEffect(side, amountIn);
          const wrong: readonly (readonly SwapEffect[])[] = [
            [],
            [{ ...right, amountOut: right.amountOut + 1n }],
            [{ ...right, amountOut: right.amountOut - 1n }],
            [{ ...right, amountIn: right.amountIn + 1n }],
            [{ ...right, amountIn: right.amountIn - 1n }],
            [{ ...right, side: side === "sell" ? "buy" : "sell" }],
          ];
          for (const effects of wrong) {
            expect(() => predict(outcomeOf(txOf(actionOf(side, amountIn), from), true, effects), POOL))
              .to.throw(CrashError)
              .with.property("code", "LEDGER_SWAP_DIFFERS");
          }
        }),
      );
    });
  }

  it("the message holds what was reported beside what was expected", () => {
    const tx = txOf({ kind: "trade", side: "sell", amountIn: 10n ** 18n, minAmountOut: 0n, deadline: 0 });
    // getAmountOut: floor(10^18·997·2·10^12 / (10^22·1000 + 10^18·997)).
    expect(() => predict(outcomeOf(tx), POOL)).to.throw(
      "the pair reports no swap; the model expects sell 1000000000000000000 for 199380121",
    );
    expect(() => predict(outcomeOf(tx, true, [swapEffect("sell", 10n ** 18n, 199_380_122n)]), POOL)).to.throw(
      "the pair reports sell 1000000000000000000 for 199380122; the model expects sell 1000000000000000000 for 199380121",
    );
  });

  it("token transfers among the effects do not hide the swap", () => {
    const tx = txOf({ kind: "trade", side: "sell", amountIn: 10n ** 18n, minAmountOut: 0n, deadline: 0 });
    const transfer = { type: "transfer", asset: "base", from: "trader-1", to: "pair", amount: 10n ** 18n } as const;
    expect(predict(outcomeOf(tx, true, [transfer, swapEffect("sell", 10n ** 18n)]), POOL).swap?.amountOut).to.equal(199_380_121n);
  });
});

describe("what the ledger predicts of other transactions", () => {
  it("withdraw: the executor pays the bridge", () => {
    const tx = txOf({ kind: "withdraw", asset: "quote", amount: 77n }, "arbitrageur-2");
    const { postings, pool, swap: entry } = predict(outcomeOf(tx), POOL);
    expect(balances(postings)).to.deep.equal({ "arbitrageur-2-executor/quote": -77n, "bridge/quote": 77n });
    expect([pool, entry]).to.deep.equal([POOL, null]);
  });

  it("transfer: the sender pays whom it names", () => {
    const tx = txOf({ kind: "transfer", asset: "base", to: "arbitrageur-1-executor", amount: 5n }, "bridge");
    const { postings, pool } = predict(outcomeOf(tx), POOL);
    expect(balances(postings)).to.deep.equal({ "bridge/base": -5n, "arbitrageur-1-executor/base": 5n });
    expect(pool).to.equal(POOL);
  });

  it("cancel: nothing moves", () => {
    expect(predict(outcomeOf(txOf({ kind: "cancel" })), POOL)).to.deep.equal({ postings: [], pool: POOL, swap: null });
  });

  it("add-liquidity: the pair takes what fits its proportion, the provider receives its tokens", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 14n, max: 10n ** 23n }), fc.bigInt({ min: 10n ** 6n, max: 10n ** 13n }), (base, quote) => {
        const added = addLiquidity(POOL, base, quote);
        const {
          postings,
          pool,
          swap: entry,
        } = predict(outcomeOf(txOf({ kind: "add-liquidity", base, quote, deadline: 0 }, "other-lps", "liquidity-provider")), POOL);
        expect(balances(postings)).to.deep.equal({
          "other-lps/base": -added.base,
          "pair/base": added.base,
          "other-lps/quote": -added.quote,
          "pair/quote": added.quote,
          "liquidity-issue/liquidity": -added.minted,
          "other-lps/liquidity": added.minted,
        });
        expect([pool, entry]).to.deep.equal([added.state, null]);
      }),
    );
  });

  it("remove-liquidity: the pair pays both, the provider's tokens are unmade", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 9n, max: POOL.supply / 2n }), (liquidity) => {
        const removed = removeLiquidity(POOL, liquidity);
        const {
          postings,
          pool,
          swap: entry,
        } = predict(outcomeOf(txOf({ kind: "remove-liquidity", liquidity, deadline: 0 }, "other-lps", "liquidity-provider")), POOL);
        expect(balances(postings)).to.deep.equal({
          "pair/base": -removed.base,
          "other-lps/base": removed.base,
          "pair/quote": -removed.quote,
          "other-lps/quote": removed.quote,
          "other-lps/liquidity": -liquidity,
          "liquidity-issue/liquidity": liquidity,
        });
        expect([pool, entry]).to.deep.equal([removed.state, null]);
      }),
    );
  });

  const actions: readonly Action[] = [
    { kind: "arbitrage", side: "sell", amountIn: 10n ** 18n, minAmountOut: 0n },
    { kind: "trade", side: "buy", amountIn: 10n ** 8n, minAmountOut: 0n, deadline: 0 },
    { kind: "withdraw", asset: "base", amount: 1n },
    { kind: "transfer", asset: "quote", to: "trader-2", amount: 1n },
    { kind: "cancel" },
    { kind: "add-liquidity", base: 10n ** 18n, quote: 10n ** 9n, deadline: 0 },
    { kind: "remove-liquidity", liquidity: 10n ** 12n, deadline: 0 },
  ];
  for (const action of actions) {
    it(`${action.kind}, reverted: nothing moves, whatever was reported`, () => {
      for (const effects of [[], [swapEffect("sell", 10n ** 18n)]]) {
        const { postings, pool, swap: entry } = predict(outcomeOf(txOf(action), false, effects), POOL);
        expect(postings).to.deep.equal([]);
        expect(pool).to.equal(POOL);
        expect(entry).to.equal(null);
      }
    });
  }
});
