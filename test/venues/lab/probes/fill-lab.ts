import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../../../src/core/errors.ts";
import { PoolLab } from "../../../../src/venues/chain/lab/pool-lab.ts";
import { checkFilled, fillLab } from "../../../../src/venues/chain/lab/probes/fill-lab.ts";
import { openOwnChain, POOLED } from "../own-chain.ts";
import { opener, ownPair, published } from "./filled-lab.ts";

const refusal = async (work: Promise<unknown>): Promise<InputError> => {
  const error: unknown = await work.then(
    () => new Error("accepted"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof InputError) return error;
  throw error as Error;
};

describe("venues: the first deposit of a laboratory", () => {
  it("is refused where nothing is deposited, and where the pool reverts, with its reason", async () => {
    const [lab, stubborn] = [await opener(published)(), await opener(await ownPair("StubbornPair"))()];
    try {
      for (const [base, quote] of [
        [0n, 1n],
        [1n, 0n],
      ] as const)
        expect((await refusal(fillLab(lab, base, quote))).code).to.equal("POOL_EMPTY");
      expect((await refusal(checkFilled(lab))).code).to.equal("POOL_EMPTY");
      expect((await refusal(fillLab(stubborn, 10n ** 18n, 10n ** 9n))).message).to.equal(
        "the pool reverts on its first deposit: not today",
      );
      await fillLab(lab, 10n ** 18n, 10n ** 9n);
      expect((await lab.state()).supply).to.equal(31_622_776_601_683n);
    } finally {
      await lab.close();
      await stubborn.close();
    }
  });

  it("is refused where the pool says its reserves in the other order, or more than it holds", async () => {
    const chain = await openOwnChain();
    try {
      const [base, quote] = [chain.base, chain.quote];
      const isFirst = BigInt(base) < BigInt(quote);
      const labOf = (places: { readonly base: string; readonly quote: string }, baseIsToken0: boolean): PoolLab =>
        new PoolLab(chain.provider, { pair: chain.pair, router: chain.pair, ...places, baseIsToken0 }, 0, () => Promise.resolve());
      await checkFilled(labOf({ base, quote }, isFirst));
      const turned = await refusal(checkFilled(labOf({ base, quote }, !isFirst)));
      expect(turned.code).to.equal("POOL_ORDER");
      for (const amount of Object.values(POOLED)) expect(turned.facts.value).to.include(String(amount));
      expect((await refusal(checkFilled(labOf({ base, quote: chain.pair }, isFirst)))).code).to.equal("POOL_RESERVES");
    } finally {
      await chain.close();
    }
  });
});
