import { expect, use } from "chai";
import { describe, it } from "mocha";
import type { IdentityReport } from "../../../src/core/result.ts";
import { crashMatchers } from "../../../src/plugin/matchers/matchers.ts";
import { makeResult } from "../../report/fixture.ts";
import { failureOf } from "./failure-of.ts";

use(crashMatchers);

const result = makeResult();
const on = "on black-thursday (seed 1)";
const end = "at the end, block 300, 2020-03-12 23:54 UTC";

/** A matcher, and all that its failure says. */
const failures: readonly (readonly [matcher: string, assertion: () => unknown, text: string])[] = [
  [
    "loseAtMost",
    () => expect(result).to.loseAtMost(0.1),
    `expected the LP of uniswap-v2 ${on} to lose at most 10.0 % of its start capital, but it lost 24.5 %, 14.5 points more; first beyond the limit in block 135, 2020-03-12 10:45 UTC`,
  ],
  [
    "loseAtMost than hold",
    () => expect(result).to.loseAtMost(0.01, { than: "hold" }),
    `expected the LP of uniswap-v2 ${on} to lose at most 1.0 % of its start capital against holding, but it lost 2.7 % against holding, 1.7 points more; first beyond the limit in block 139, 2020-03-12 11:04 UTC`,
  ],
  [
    "not loseAtMost",
    () => expect(result).not.to.loseAtMost(0.3, { book: "hold" }),
    `expected the holder beside uniswap-v2 ${on} not to lose at most 30.0 % of its start capital, but it lost 21.8 %, 8.2 points within the limit; ${end}`,
  ],
  [
    "not loseAtMost, by a gain",
    () => expect(result).not.to.loseAtMost(0, { book: "hedged-lp" }),
    `expected the hedged LP of uniswap-v2 ${on} not to lose at most 0.0 % of its start capital, but it gained 0.2 %; ${end}`,
  ],
  [
    "earnAtLeast",
    () => expect(result).to.earnAtLeast(0.1),
    `expected the LP of uniswap-v2 ${on} to earn at least 10.0 % of its start capital by premium, but it earned 0.8 %, 9.2 points less; ${end}`,
  ],
  [
    "earnAtLeast a day",
    () => expect(result).to.earnAtLeast(0.001, { book: "short-straddle", line: "total", perDay: true }),
    `expected the short straddle beside uniswap-v2 ${on} to earn at least 0.1 % of its start capital in all, a day, but it lost 0.4 %, 0.5 points less; ${end}`,
  ],
  [
    "slipAtMost",
    () => expect(result).to.slipAtMost(0.01, { sell: 100_000 }),
    `expected uniswap-v2 ${on} to slip at most 1.0 % on a sale of 100,000 dollars in every block, but it slipped 1.8 %, 0.8 points more; first beyond the limit in block 155, 2020-03-12 12:20 UTC`,
  ],
  [
    "slipAtMost in half of blocks",
    () => expect(result).to.slipAtMost(0.01, { buy: 1_000_000, quantile: 0.5 }),
    `expected uniswap-v2 ${on} to slip at most 1.0 % on a purchase of 1,000,000 dollars in 50 % of blocks, but it slipped 4.6 %, 3.6 points more; beyond the limit to the end from block 1, 2020-03-12 00:04 UTC`,
  ],
  [
    "recoverWithin",
    () => expect(result).to.recoverWithin(60, { gap: 0.01 }),
    `expected uniswap-v2 ${on} to be back within 1 % of the reference in at most 60 s, but it was away for 2,008 s, 1,948 s more; first beyond the limit in block 134, 2020-03-12 10:40 UTC`,
  ],
  [
    "leakAtMost",
    () => expect(result).to.leakAtMost(0.01),
    `expected uniswap-v2 ${on} to leak at most 1.0 % of what traders traded, but it leaked 12.9 %, 11.9 points more; beyond the limit to the end from block 132, 2020-03-12 10:30 UTC`,
  ],
  [
    "trackReference",
    () => expect(result).to.trackReference(0.001),
    `expected uniswap-v2 ${on} to stay within 0.1 % of the reference in 95 % of blocks, but it was up to 3.2 % away in as many, 3.1 points more; beyond the limit to the end from block 3, 2020-03-12 00:14 UTC`,
  ],
  [
    "trackReference in every block",
    () => expect(result).to.trackReference(0.05, { quantile: 1 }),
    `expected uniswap-v2 ${on} to stay within 5.0 % of the reference in every block, but it was up to 11.9 % away, 6.9 points more; first beyond the limit in block 134, 2020-03-12 10:40 UTC`,
  ],
  [
    "stayLiquid",
    () => expect(result).to.stayLiquid(0.9),
    `expected uniswap-v2 ${on} to keep at least 90.0 % of its depth within 2 %, but it kept 72.8 %, 17.2 points less; first beyond the limit in block 135, 2020-03-12 10:45 UTC`,
  ],
  [
    "keepInvariant",
    () => expect(leaking(0.001)).to.keepInvariant(0.0001),
    `expected uniswap-v2 ${on} to keep its invariant to within 0.01 %, but √(xy) fell by up to 0.05 % in a block, 0.04 points more; first beyond the limit in block 200, 2020-03-12 15:56 UTC`,
  ],
  [
    "not keepInvariant",
    () => expect(leaking(0)).not.to.keepInvariant(),
    `expected uniswap-v2 ${on} not to keep its invariant, but √(xy) never fell; ${end}`,
  ],
  [
    "conserveTokens",
    () => expect({ ...result, identities: withGap(3, 5) }).to.conserveTokens(),
    `expected the run of uniswap-v2 ${on} to conserve tokens, but identity 3 (balances of every account) has a gap of 5 wei; ${end}`,
  ],
  [
    "not conserveTokens",
    () => expect(result).not.to.conserveTokens(),
    `expected the run of uniswap-v2 ${on} not to conserve tokens, but all four identities hold; ${end}`,
  ],
  [
    "a message of one's own",
    () => expect(result, "the vault").to.stayLiquid(0.9),
    `the vault: expected uniswap-v2 ${on} to keep at least 90.0 % of its depth within 2 %, but it kept 72.8 %, 17.2 points less; first beyond the limit in block 135, 2020-03-12 10:45 UTC`,
  ],
];

/** The fixture with nothing but its reserves: no liquidity comes or goes, and from block 200 on a share of the base is missing. */
function leaking(share: number): typeof result {
  const { series, swaps, pool } = result;
  const reserveBase = series.reserveBase.map((each, i) => (i < 200 ? each : each * (1 - share)));
  const none = { ...swaps, block: [], index: [], account: [], sender: [], effect: [], side: [], amountIn: [], amountOut: [] };
  return {
    ...result,
    series: { ...series, reserveBase },
    swaps: { ...none, fee: [], poolMarkout: [] },
    pool: { ...pool, liquidityChange: 0 },
  };
}

function withGap(identity: number, largestGap: number): readonly IdentityReport[] {
  return result.identities.map((each) => (each.identity === identity ? { ...each, largestGap } : each));
}

describe("matchers on a result", () => {
  for (const [matcher, assertion, text] of failures) {
    it(`${matcher} fails with what was found, by how much and where`, async () => {
      expect(await failureOf(assertion)).to.equal(text);
    });
  }

  it("fail at once, without being awaited, and pass with a promise that may be", async () => {
    expect(() => void expect(result).to.loseAtMost(0.1)).to.throw("to lose at most 10.0 %");
    await expect(result).to.loseAtMost(0.25);
    await expect(result).not.to.loseAtMost(0.24);
    await expect(result)
      .to.earnAtLeast(0.008)
      .finally(() => undefined);
    await expect(result).to.earnAtLeast(-0.01, { line: "bleed" });
    await expect(result).to.slipAtMost(0.02, { sell: 100_000 });
    await expect(result).to.recoverWithin(2_008, { gap: 0.01 });
    await expect(result).not.to.recoverWithin(2_007, { gap: 0.01 });
    await expect(result).to.leakAtMost(0.13);
    await expect(result).to.trackReference(0.0323);
    await expect(result).to.stayLiquid(0.72);
    await expect(leaking(0)).to.keepInvariant();
    await expect(leaking(1e-6)).not.to.keepInvariant();
    await expect(result).to.conserveTokens();
  });

  it("conserveTokens wants gaps of exactly 0 but of the lines, which may miss what the result allows, and each identity checked", async () => {
    await expect({ ...result, identities: withGap(1, 1e-9) }).to.conserveTokens();
    await expect({ ...result, identities: withGap(1, 1.1e-9) }).not.to.conserveTokens();
    for (const identity of [2, 3, 4]) await expect({ ...result, identities: withGap(identity, 1) }).not.to.conserveTokens();
    const missing = { ...result, identities: result.identities.filter(({ identity }) => identity !== 4) };
    expect(await failureOf(() => expect(missing).to.conserveTokens())).to.include("but identity 4 was never checked");
  });

  it("show as many digits as tell the measure from its limit", async () => {
    const [lp] = result.statement.filter(({ book }) => book === "lp");
    const nearly = -lp!.total / lp!.startCapital - 1e-6;
    expect(await failureOf(() => expect(result).to.loseAtMost(nearly))).to.include(
      "at most 24.4692 % of its start capital, but it lost 24.4693 %, 0.0001 points more",
    );
  });

  it("point at where the matcher was called", async () => {
    const error = await Promise.resolve()
      .then(() => expect(result).to.stayLiquid(0.9))
      .catch((reason: unknown) => reason as Error);
    expect((error as Error).stack?.split("\n")[1]).to.include("hand-made.ts");
  });
});
