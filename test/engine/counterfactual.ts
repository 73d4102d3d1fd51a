import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import type { Difference } from "../../src/core/mev-result.ts";
import { type MevOptions, runMev } from "../../src/mev.ts";
import { livelyWindow } from "./lively-window.ts";

const options: MevOptions = {
  scenario: livelyWindow("may-19-2021"),
  engine: "twin",
  seed: 3,
  seeds: 4,
  set: { "run.blocks": 80, "agents.turnover": 3, "agents.traderMedian": 50_000, "agents.slippageTolerance": 0.01 },
};

async function compare(changes: MevOptions): Promise<Readonly<Record<string, Difference>>> {
  const { mev } = await runMev({ ...options, ...changes });
  expect(mev.counterfactual?.seeds).to.equal(4);
  return Object.fromEntries(mev.counterfactual!.differences.map((each) => [each.measure, each]));
}

const LOSS = "loss of sandwiched trades ($)";

describe("engine: the same seeds with one thing taken out", () => {
  it("without sandwiches nobody loses by them, and the difference is all that was lost", async () => {
    const { [LOSS]: loss } = await compare({ without: "sandwich" });
    expect(loss?.withIt).to.be.above(0);
    expect(loss?.withoutIt).to.equal(0);
    expect(loss?.difference).to.be.closeTo(loss!.withIt, 1e-9 * loss!.withIt);
    expect(loss?.interval?.[0]).to.be.below(loss!.difference);
    expect(loss?.interval?.[1]).to.be.above(loss!.difference);
  });

  it("who trades in private is never sandwiched", async () => {
    const { [LOSS]: loss } = await compare({
      protect: "private",
      set: { ...options.set, "agents.liquidators": 0, "agents.poolHedgedShare": 0 },
    });
    expect(loss?.withIt).to.equal(0);
    expect(loss?.withoutIt).to.be.above(0);
  });

  it("without competition less of what arbitrage takes goes to the builder", async () => {
    const { "of it paid to the builder ($)": paid } = await compare({ without: "competition" });
    expect(paid?.withIt).to.be.above(paid!.withoutIt);
  });

  it("the run itself is the one that was asked for, and the comparison leaves it as it is", async () => {
    const [alone, compared] = [await runMev(options), await runMev({ ...options, without: "sandwich" })];
    expect(alone.mev.counterfactual).to.equal(null);
    expect({ ...compared.mev, counterfactual: null }).to.deep.equal(alone.mev);
    expect(compared.crash).to.deep.equal(alone.crash);
  });

  it("two comparisons at once, or of no seeds, are refused", async () => {
    for (const changes of [{ without: "sandwich", protect: "private" }, { without: "sandwich", seeds: 0 }, { seeds: 1.5 }]) {
      const error: unknown = await runMev({ ...options, ...changes }).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error, JSON.stringify(changes)).to.be.instanceOf(InputError);
    }
  });
});
