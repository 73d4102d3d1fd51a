import { expect } from "chai";
import { describe, it } from "mocha";
import type { Bundle } from "../../src/core/words.ts";
import { watchCrash } from "../../src/crash.ts";
import { mevSettings } from "../../src/scenarios/mev-settings.ts";
import { livelyWindow } from "./lively-window.ts";

const scenario = livelyWindow("may-19-2021");
const ALONE = {
  ...mevSettings(scenario),
  "pool.sideShare": 0,
  "agents.crossPoolArbitrageurs": 0,
  "agents.sandwichers": 0,
  "agents.backRunners": 0,
  "agents.liquidators": 0,
  "agents.poolHedgedShare": 0,
  "lending.borrowers": 0,
  "agents.bidding": "fixed",
  "run.blocks": 600,
};

function sideOf({ txs }: Bundle): string | undefined {
  const action = txs.at(-1)?.action;
  return action?.kind === "arbitrage" ? action.side : undefined;
}

/** Of the blocks for which both of two arbitrageurs offer a bundle to trade the same way: how many there are, and which of them comes first in how many. */
async function contests(latencyStep: number, seed: number): Promise<{ readonly both: number; readonly wins: readonly [number, number] }> {
  let [both, first, second] = [0, 0, 0];
  await watchCrash(
    { scenario, engine: "twin", seed, set: { ...ALONE, "agents.latencyStep": latencyStep } },
    {
      begin: () => undefined,
      note({ built }) {
        const offered = [...built.included, ...built.leftOut.map(({ bundle }) => bundle)];
        // What was cheap two blocks ago may be dear now: only who trades the same way wants the same thing.
        if (offered.length < 2 || new Set(offered.map(sideOf)).size > 1) return;
        both += 1;
        const winner = built.included[0]?.from;
        if (winner === "arbitrageur-1") first += 1;
        if (winner === "arbitrageur-2") second += 1;
      },
    },
  );
  return { both, wins: [first, second] };
}

describe("engine: two arbitrageurs who bid the same share for the same block", () => {
  it("as fast as each other, every contest has a winner, and both win some", async () => {
    const { both, wins } = await contests(0, 1);
    expect(both).to.be.above(100);
    expect(wins[0] + wins[1]).to.be.above(0.9 * both);
    expect(Math.min(...wins)).to.be.above(0.05 * both);
  });

  for (const seed of [1, 2, 3])
    it(`one that sees two blocks late wins at most 5 % (seed ${seed})`, async () => {
      const { both, wins } = await contests(2, seed);
      expect(both).to.be.above(50);
      expect(wins[1] / both, `${wins[1]} of ${both}`).to.be.at.most(0.05);
    });
});
