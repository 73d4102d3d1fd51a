import { expect } from "chai";
import { describe, it } from "mocha";
import { selector } from "../../../../src/venues/chain/selectors.ts";
import { fillLab } from "../../../../src/venues/chain/lab/probes/fill-lab.ts";
import { hostileReading } from "../../../../src/venues/chain/lab/probes/hostile-reading.ts";
import { hostileTokens } from "../../../../src/venues/chain/lab/probes/hostile-tokens.ts";
import { FILL, opener, ownPair, published } from "./filled-lab.ts";

const QUOTE = FILL.quote * 1_000_000n;
const whole = { base: 1_000, quote: 2_000_000 };

describe("venues: tokens that misbehave", () => {
  it("leave the published pair and our own whole, and each call done or refused", async () => {
    for (const binding of [published, await ownPair("FeePair", { args: ["token0", "token1", 3_000] })]) {
      const { cases, held } = await hostileReading(opener(binding), whole);
      expect(cases.filter(({ isWhole, isClean }) => !isWhole || !isClean)).to.deep.equal([]);
      expect([held, new Set(cases.map(({ token }) => token)).size]).to.deep.equal([cases.length, 12]);
      const refused = cases.filter(({ success }) => !success).map(({ token, operation }) => `${token}: ${operation}`);
      expect(refused).to.deep.equal([
        ...["a sale", "a purchase", "a deposit", "a withdrawal", "skim"].map(
          (operation) => `answers false and moves nothing: ${operation}`,
        ),
        ...["a sale", "a withdrawal", "skim"].map((operation) => `refuses to leave the pair: ${operation}`),
        "has 36 decimals: a first deposit above 112 bits",
      ]);
    }
  });

  it("show a pair that pays out what it should not", async () => {
    const { cases, held } = await hostileReading(opener(await ownPair("UnguardedSkimPair")), whole);
    expect(held).to.be.below(cases.length);
  });

  const armed = hostileTokens().filter(({ arm }) => arm !== null);
  for (const { title, token, arm, hasSpare } of armed)
    it(`a token that ${title} does so once it is armed`, async () => {
      const lab = await opener(published)({ quote: token });
      try {
        await fillLab(lab, FILL.base, QUOTE);
        const plain = await lab.tentatively(() => lab.do(lab.swapCall("bob", "sell", FILL.base / 100n)));
        expect(plain.success && plain.gained.quote > 0n).to.equal(true);
        for (const call of arm?.(lab) ?? []) expect((await lab.do(call)).success).to.equal(true);
        const before = await lab.balance("bob", "quote");
        const sent = await lab.do(lab.sendCall("bob", "quote", "alice", 5n));
        expect(sent.success).to.equal(true);
        expect(before - (await lab.balance("bob", "quote"))).to.equal(title.startsWith("answers false") ? 0n : 5n);
        await lab.do(lab.swapCall("bob", "sell", FILL.base / 100n));
        const count = async (name: string): Promise<bigint> => BigInt((await lab.read(lab.places.quote, selector(name))) ?? "-1");
        expect([await count("attempts()"), await count("successes()")]).to.deep.equal([hasSpare ? 1n : 0n, 0n]);
      } finally {
        await lab.close();
      }
    });

  it("call back what would be let in: a call of the same kind by itself succeeds", async () => {
    const calling = hostileTokens().filter(({ hasSpare }) => hasSpare);
    expect(calling).to.have.length(5);
    for (const { title, token, arm } of calling) {
      const lab = await opener(published)({ quote: token });
      try {
        await fillLab(lab, FILL.base, QUOTE);
        for (const asset of ["base", "quote"] as const)
          await lab.do(lab.sendCall("mallory", asset, "pair", 10n ** (asset === "base" ? 17n : 9n)));
        await lab.do(lab.sendCall("alice", "liquidity", "pair", 10n ** 9n));
        const [call] = arm?.(lab) ?? [];
        // The payload begins four words into arm(address,bytes), behind its selector, and its length stands before it.
        const words = call?.data.slice(10) ?? "";
        const payload = `0x${words.slice(192, 192 + 2 * Number(BigInt(`0x${words.slice(128, 192)}`)))}`;
        const { success, reason } = await lab.do({ from: "mallory", to: lab.places.pair, data: payload });
        expect(success, `${title}: ${reason ?? ""}`).to.equal(true);
      } finally {
        await lab.close();
      }
    }
  });
});
