import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { toBase, toPrice, toQuote, valueAt } from "../../src/core/units.ts";
import type { Asset, Value } from "../../src/core/words.ts";
import { Accounts, BURN, type Posting, transferPostings } from "../../src/ledger/accounts.ts";
import { gasPostings } from "../../src/ledger/gas-entries.ts";
import { participantOf, ProfitMeter } from "../../src/ledger/profit-meter.ts";
import { fillPostings } from "../../src/ledger/reference-entries.ts";
import { fillAt } from "../../src/market/reference-market.ts";

const chain = (account: string): { account: string; place: "chain" } => ({ account, place: "chain" });

describe("whose profit it is", () => {
  const names: readonly (readonly [account: string, participant: string])[] = [
    ["arbitrageur-1", "arbitrageur"],
    ["arbitrageur-2-executor", "arbitrageur"],
    ["arbitrageur-2-transit", "arbitrageur"],
    ["trader-7", "trader"],
    ["lp", "liquidity-provider"],
    ["other-lps", "liquidity-provider"],
    ["pair", "pair"],
    ["bridge", "bridge"],
    ["coinbase", "coinbase"],
    ["reference-market", "reference-market"],
    ["reference-fees", "reference-fees"],
    [BURN, "burn"],
  ];
  for (const [account, participant] of names) {
    it(`${account}: ${participant}`, () => expect(participantOf(account)).to.equal(participant));
  }
});

describe("profit meter", () => {
  it("a trade marked at S(t): bought at 199, worth 200", () => {
    const meter = new ProfitMeter();
    meter.note(
      [
        ...transferPostings(chain("trader-1"), chain("pair"), "quote", toQuote(398)),
        ...transferPostings(chain("pair"), chain("trader-1"), "base", toBase(2)),
      ],
      toPrice(200),
    );
    expect(meter.of("trader")).to.equal(2);
    expect(meter.of("pair")).to.equal(-2);
    expect(meter.of("arbitrageur")).to.equal(0);
    expect(meter.participants()).to.have.members(["trader", "pair"]);
  });

  it("gas is worth as much as base, liquidity tokens nothing", () => {
    const meter = new ProfitMeter();
    meter.note(gasPostings("trader-1", 100_000n, 50n * 10n ** 9n, 0n), toPrice(200));
    meter.note(transferPostings(chain("liquidity-issue"), chain("trader-1"), "liquidity", 10n ** 18n), toPrice(200));
    expect(meter.of("trader")).to.equal(-1);
    expect(meter.of("coinbase")).to.equal(1);
    expect(meter.participants()).to.not.include("liquidity-issue");
  });

  // Steps of a run: a price, and something that happens at it.
  const who = fc.constantFrom("trader-1", "trader-2", "arbitrageur-1", "arbitrageur-1-executor", "pair", "bridge", "lp", "other-lps");
  const amount = fc.bigInt({ min: 0n, max: 10n ** 24n });
  const event = fc.oneof(
    fc.tuple(who, who, fc.constantFrom<Asset>("base", "quote", "liquidity", "gas"), amount).map(
      ([a, b, asset, moved]) =>
        (): readonly Posting[] =>
          transferPostings(chain(a), chain(b), asset, moved),
    ),
    fc
      .record({
        from: who,
        gas: fc.bigInt({ min: 21_000n, max: 300_000n }),
        baseFee: fc.bigInt({ min: 0n, max: 10n ** 12n }),
        tip: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      })
      .map(
        ({ from, gas, baseFee, tip }) =>
          (): readonly Posting[] =>
            gasPostings(from, gas, baseFee + tip, baseFee),
      ),
    fc.record({ base: fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), cost: fc.constantFrom(0, 0.001, 0.0005) }).map(
      ({ base, cost }) =>
        (price: bigint): readonly Posting[] =>
          fillPostings("arbitrageur-1", fillAt(base, price, cost)),
    ),
  );
  const block = fc.record({ price: fc.bigInt({ min: 10n ** 8n, max: 10n ** 12n }), events: fc.array(event, { maxLength: 6 }) });
  const run = fc.array(block, { minLength: 1, maxLength: 12 });

  it("over all participants but the burn, profits sum to −burn·S(t); with it, to nothing", () => {
    fc.assert(
      fc.property(run, (blocks) => {
        const meter = new ProfitMeter();
        let [burned, scale] = [0n, 0n];
        for (const { price, events } of blocks) {
          for (const postings of events.map((postingsAt) => postingsAt(price))) {
            meter.note(postings, price);
            for (const { account, asset, amount } of postings) {
              if (account === BURN) burned += amount * price;
              const worth = asset === "quote" ? valueAt(0n, amount, price) : valueAt(amount, 0n, price);
              scale += worth < 0n ? -worth : worth;
            }
          }
        }
        const sum = (names: readonly string[]): number => names.reduce((total, each) => total + meter.of(each), 0);
        // What doubles lose: 16 digits of the largest worth that changed hands.
        const rounding = (Number(scale) / 1e26) * 1e-15;
        expect(sum(meter.participants().filter((each) => each !== BURN))).to.be.closeTo(-Number(burned) / 1e26, rounding);
        expect(sum(meter.participants())).to.be.closeTo(0, rounding);
      }),
    );
  });

  it("is Σ(ΔV − start-of-block holdings·ΔS) of all accounts of a participant", () => {
    fc.assert(
      fc.property(run, (blocks) => {
        const [meter, accounts] = [new ProfitMeter(), new Accounts()];
        const gained = new Map<string, Value>();
        let before = 200n * 10n ** 8n;
        const holdings = (): Map<string, { readonly base: bigint; readonly quote: bigint }> => {
          const found = new Map<string, { readonly base: bigint; readonly quote: bigint }>();
          for (const { account, asset, amount } of accounts.all()) {
            const who = participantOf(account);
            const { base, quote } = found.get(who) ?? { base: 0n, quote: 0n };
            const [asBase, asQuote] = [asset === "base" || asset === "gas" ? amount : 0n, asset === "quote" ? amount : 0n];
            found.set(who, { base: base + asBase, quote: quote + asQuote });
          }
          return found;
        };
        for (const { price, events } of blocks) {
          const start = holdings();
          for (const postings of events.map((postingsAt) => postingsAt(price))) {
            accounts.post(postings);
            meter.note(postings, price);
          }
          for (const [who, end] of holdings()) {
            const held = start.get(who) ?? { base: 0n, quote: 0n };
            const change = valueAt(end.base, end.quote, price) - valueAt(held.base, held.quote, before);
            gained.set(who, (gained.get(who) ?? 0n) + change - held.base * (price - before));
          }
          before = price;
        }
        for (const who of meter.participants()) expect(meter.of(who)).to.equal(Number(gained.get(who) ?? 0n) / 1e26);
      }),
    );
  });
});
