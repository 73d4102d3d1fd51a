import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { network } from "hardhat";
import { crossPoolArbitrage } from "../../src/amm/cross-pool-arbitrage.ts";
import type { Action, Genesis, Outcome, PoolState, Tx, Venue } from "../../src/core/words.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import { openChainVenue } from "../../src/venues/chain/chain-venue.ts";
import { CRASH_NETWORK } from "../../src/venues/chain/network.ts";
import { openTwinVenue } from "../../src/venues/twin/twin-venue.ts";

const CASES = 300;
const ACCOUNT = "cross-pool-arbitrageur-1";
const EXECUTOR = `${ACCOUNT}-executor`;
/** Flash swaps that are tried on one pair of pools, one after another. */
const SWAPS = 15;

const reserve = (low: bigint, high: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: low, max: high });
/** Two pools whose prices differ by up to a half. */
const pools = fc.record({
  pool: fc.record({ base: reserve(10n ** 15n, 10n ** 22n), quote: reserve(10n ** 8n, 10n ** 14n) }),
  sharePpm: reserve(10_000n, 3_000_000n),
  dearerPpm: reserve(700_000n, 1_500_000n),
});

/** Of what there is to carry. */
const swap = fc.record({
  which: fc.constantFrom("best", "best", "best", "share of the lender", "all of the lender", "more than there is", "nothing", "one wei"),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  isRightWay: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  minimum: fc.constantFrom("none", "none", "exact", "one too many"),
  payment: fc.bigInt({ min: 0n, max: 10n ** 9n }),
});
type Swap = typeof swap extends fc.Arbitrary<infer T> ? T : never;

function genesisWith(
  pool: { readonly base: bigint; readonly quote: bigint },
  side: { readonly base: bigint; readonly quote: bigint },
): Genesis {
  const wallet = (account: string): Genesis["endowments"][number] => ({ account, type: "wallet", base: 0n, quote: 0n, gas: 10n ** 20n });
  return {
    timestamp: Date.UTC(2020, 2, 12) / 1000,
    pool,
    sidePool: side,
    lending: null,
    lpSharePpm: 100_000,
    endowments: [
      wallet("lp"),
      wallet("other-lps"),
      wallet("bridge"),
      wallet(ACCOUNT),
      { account: EXECUTOR, type: "flash-executor", owner: ACCOUNT, base: 1n, quote: 1n, gas: 0n },
    ],
  };
}

/** A flash swap between the pools as they stand, of some size and with some minimum. */
function actionOf({ which, share, isRightWay, minimum, payment }: Swap, main: PoolState, side: PoolState): Action {
  const found = crossPoolArbitrage(main, side);
  const isMainCheap = ((found?.cheap ?? "a") === "a") === isRightWay;
  const [lender, buyer] = isMainCheap ? [main, side] : [side, main];
  const part = (of: bigint): bigint => (of * BigInt(Math.round(share * 1e6))) / 1_000_000n;
  const best = found === null ? part(lender.base / 100n) : found.base / 8n + part(found.base / 4n);
  const base = {
    best,
    "share of the lender": part(lender.base),
    "all of the lender": lender.base,
    "more than there is": lender.base + 1n + part(lender.base),
    nothing: 0n,
    "one wei": 1n,
  }[which];
  const profit = profitOf(base, lender, buyer);
  const minProfit = minimum === "none" || profit === null || profit < 0n ? 0n : profit + (minimum === "exact" ? 0n : 1n);
  return { kind: "flash-arbitrage", cheap: isMainCheap ? "pair" : "side-pair", base, minProfit, payment };
}

/** What is left when the buyer has paid and the lender has its least due (whitepaper section 3.2.1, with the fee taken of what is paid in). */
function profitOf(base: bigint, lender: PoolState, buyer: PoolState): bigint | null {
  if (base >= lender.base) return null;
  const owed = lender.base * lender.quote;
  let repayment = ((owed / (lender.base - base) - lender.quote) * 1_000n) / 997n;
  // The least that the pair's check of K lets pass, by the check itself.
  const passes = (paid: bigint): boolean => ((lender.quote + paid) * 1_000n - paid * 3n) * (lender.base - base) >= owed * 1_000n;
  while (repayment > 0n && passes(repayment - 1n)) repayment -= 1n;
  while (!passes(repayment)) repayment += 1n;
  return (base * 997n * buyer.quote) / (buyer.base * 1_000n + base * 997n) - repayment;
}

describe("bytecode: a flash arbitrage between two published pairs", () => {
  const reasons = new Map<string, number>();
  let earned = 0;
  let cases = 0;

  /** Executes on both and compares. */
  async function both(swaps: readonly Swap[], genesis: Genesis): Promise<void> {
    const connection = await network.create(CRASH_NETWORK);
    const chain = await openChainVenue(connection.provider, genesis, { gasLimitOf, close: () => connection.close() });
    let measured = 0n;
    const twin: Venue = openTwinVenue(genesis, { gasOf: () => Number(measured) });
    try {
      const fees = { maxFeePerGas: 10n ** 9n, maxPriorityFeePerGas: 10n ** 9n, submitted: 0, priced: 0 };
      const execute = async (nonce: number, action: Action): Promise<Outcome> => {
        const tx: Tx = { id: nonce + 1, from: ACCOUNT, sender: "cross-pool-arbitrageur", nonce, action, ...fees };
        const env = { number: nonce + 1, timestamp: genesis.timestamp + 13 * (nonce + 1), baseFee: 0n };
        const [outcome] = await chain.execute(env, [tx]);
        measured = outcome!.gasUsed;
        expect(await twin.execute(env, [tx])).to.deep.equal([outcome]);
        expect(await twin.state()).to.deep.equal(await chain.state());
        return outcome!;
      };
      // Pays the builder for the first time, so that to pay it again costs what it does ever after.
      await execute(0, { kind: "cancel" });
      for (const [i, each] of swaps.entries()) {
        const { pool, balances } = await chain.state();
        const { base, quote } = balances.get("side-pair")!;
        const side: PoolState = { base, quote, supply: 0n };
        const outcome = await execute(i + 1, actionOf(each, pool, side));
        const held = (await chain.state()).balances.get(EXECUTOR)!.quote;
        note(outcome, each, held - balances.get(EXECUTOR)!.quote, [pool, side]);
      }
    } finally {
      await chain.close();
    }
  }

  function note(
    { tx, success, reason = "done" }: Outcome,
    { minimum }: Swap,
    gain: bigint,
    [main, side]: readonly [PoolState, PoolState],
  ): void {
    cases += 1;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    const { action } = tx;
    if (!success || action.kind !== "flash-arbitrage") return;
    earned += 1;
    const [lender, buyer] = action.cheap === "pair" ? [main, side] : [side, main];
    expect(gain, "profit by the pair's check of K").to.equal(profitOf(action.base, lender, buyer));
    if (minimum === "exact") expect(gain).to.equal(action.minProfit);
  }

  it(`does on the bytecode what it does on the twin: outcomes, reasons, events and balances (${CASES} cases)`, async () => {
    await fc.assert(
      fc.asyncProperty(pools, fc.array(swap, { minLength: SWAPS, maxLength: SWAPS }), async ({ pool, sharePpm, dearerPpm }, swaps) => {
        const side = {
          base: (pool.base * sharePpm) / 1_000_000n + 10_000n,
          quote: (((pool.quote * sharePpm) / 1_000_000n) * dearerPpm) / 1_000_000n + 10_000n,
        };
        await both(swaps, genesisWith(pool, side));
      }),
      { numRuns: CASES / SWAPS },
    );
    expect(cases).to.be.at.least(CASES);
    expect(earned, "of pools drawn at random some offer nothing").to.be.above(CASES / 20);
  });

  it("fails in each of the ways in which it can", () => {
    const panic = (code: string): string => `0x4e487b71${code.padStart(64, "0")}`;
    expect([...reasons.keys()]).to.have.members([
      "done",
      "FlashExecutor_BelowMinimumProfit",
      "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT",
      panic("11"),
      panic("12"),
    ]);
  });
});
