import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { counterBid, type GasAuction } from "../../../src/agents/bidding/counter-bid.ts";
import type { Bid } from "../../../src/core/words.ts";
import { emptyMempool, submit } from "../../../src/mempool/mempool.ts";
import { txOf } from "../../mempool/any-tx.ts";
import { effectivePrice } from "../../../src/core/effective-price.ts";
import { blockByFee } from "../../mempool/block-by-fee.ts";

const GWEI = 10n ** 9n;
type Fees = Pick<Bid, "maxFeePerGas" | "maxPriorityFeePerGas">;

const tx = (from: string, id: number, fees: Fees) => txOf(from, 0, id, fees, { kind: "cancel" });
const priced = (price: bigint): Fees => ({ maxFeePerGas: price, maxPriorityFeePerGas: price });

/** Whether a mempool takes these fees in place of the own ones. */
function isAccepted(own: Fees | null, fees: Fees): boolean {
  if (own === null) return true;
  try {
    submit(submit(emptyMempool, tx("searcher-1", 1, own)), tx("searcher-1", 2, fees));
    return true;
  } catch {
    return false;
  }
}

/** What is left of the opportunity where it comes first at these fees. */
const gainAt = ({ value, gas, baseFee }: GasAuction, fees: Fees): bigint =>
  value - BigInt(gas) * effectivePrice(tx("searcher-1", 1, fees), baseFee);

/** What is lost where it stands still: it is included behind the rival and reverts, or cannot be included. */
function standingStill({ own, revertGas, baseFee }: GasAuction): bigint {
  return own === null || own.maxFeePerGas < baseFee ? 0n : -BigInt(revertGas) * effectivePrice(tx("searcher-1", 1, own), baseFee);
}

const fee = (max: bigint) => fc.bigInt({ min: 0n, max });
/** Any auction, its fees up to a maximum, its value in proportion. */
const auctionTo = (max: bigint): fc.Arbitrary<GasAuction> =>
  fc
    .record({
      fee: fee(max),
      tip: fee(max),
      isIn: fc.boolean(),
      rival: fee(max),
      baseFee: fc.oneof(fc.constant(0n), fee(max)),
      worth: fee(3n * max),
    })
    .chain(({ fee: maxFeePerGas, tip, isIn, rival, baseFee, worth }) =>
      fc
        .record({ gas: fc.integer({ min: 1, max: 9 }), revertPart: fc.double({ min: 0, max: 1, noNaN: true }) })
        .map(({ gas, revertPart }) => ({
          own: isIn ? { maxFeePerGas, maxPriorityFeePerGas: tip < maxFeePerGas ? tip : maxFeePerGas } : null,
          rival,
          value: worth * BigInt(gas),
          gas,
          revertGas: Math.floor(gas * revertPart),
          baseFee,
        })),
    );

describe("agents/bidding: a counter-bid in a priority gas auction", () => {
  it("replaces the own one, outbids the rival, can be included, and loses less than standing still", () => {
    let found = 0;
    fc.assert(
      fc.property(auctionTo(500n * GWEI), (auction) => {
        const bid = counterBid(auction);
        if (bid === null) return;
        found += 1;
        expect(isAccepted(auction.own, bid)).to.equal(true);
        const price = effectivePrice(tx("searcher-1", 1, bid), auction.baseFee);
        expect(price > auction.rival && bid.maxFeePerGas >= auction.baseFee).to.equal(true);
        expect(bid.expected).to.equal(price);
        expect(gainAt(auction, bid) > standingStill(auction)).to.equal(true);
      }),
      { numRuns: 1_000 },
    );
    expect(found, "not vacuous").to.be.above(200);
  });

  it("is the least that does all that, and null where nothing does: every pair of fees is tried", () => {
    const max = 8n;
    let [found, none] = [0, 0];
    fc.assert(
      fc.property(auctionTo(max), (auction) => {
        const { own, rival, baseFee } = auction;
        const outbids = (fees: Fees) => fees.maxFeePerGas >= baseFee && effectivePrice(tx("searcher-1", 1, fees), baseFee) > rival;
        const still = standingStill(auction);
        const good: Fees[] = [];
        for (let tip = 0n; tip <= 2n * max; tip += 1n) {
          for (let cap = tip; cap <= 4n * max; cap += 1n) {
            const fees = { maxFeePerGas: cap, maxPriorityFeePerGas: tip };
            if (outbids(fees) && gainAt(auction, fees) > still && isAccepted(own, fees)) good.push(fees);
          }
        }
        const bid = counterBid(auction);
        if (own !== null && outbids(own)) {
          expect(bid, "stands first already").to.equal(null);
          return;
        }
        if (bid === null) none += 1;
        else found += 1;
        expect(bid === null, `${good.length} pairs would do`).to.equal(good.length === 0);
        if (bid === null) return;
        expect(good).to.deep.include({ maxFeePerGas: bid.maxFeePerGas, maxPriorityFeePerGas: bid.maxPriorityFeePerGas });
        const lower = good.filter((fees) => fees.maxFeePerGas < bid.maxFeePerGas || fees.maxPriorityFeePerGas < bid.maxPriorityFeePerGas);
        expect(lower).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(found, none), "both occur").to.be.above(30);
  });

  const auction: GasAuction = {
    own: priced(100n * GWEI),
    rival: 105n * GWEI,
    value: 10n ** 17n,
    gas: 200_000,
    revertGas: 50_000,
    baseFee: 0n,
  };
  for (const [name, change, price] of [
    ["just outbid: Geth's 10 %", {}, 110n * GWEI],
    ["far outbid: one wei more than the rival", { rival: 300n * GWEI }, 300n * GWEI + 1n],
    ["nothing pending: one wei more than the rival", { own: null }, 105n * GWEI + 1n],
    ["the own 101 wei, outbid by one: 110 % rounded up", { own: priced(101n), rival: 102n }, 112n],
    ["at the same price as the rival: still to be raised", { rival: 100n * GWEI }, 110n * GWEI],
    ["first already", { rival: 99n * GWEI }, null],
    ["a price that would take the value, with nothing pending", { own: null, rival: 500n * GWEI - 1n }, null],
    ["one wei below it", { own: null, rival: 500n * GWEI - 2n }, 500n * GWEI - 1n],
    ["beyond the value, less is lost than by reverting at 100 gwei", { rival: 525n * GWEI - 2n }, 525n * GWEI - 1n],
    ["value and what is sunk, together", { rival: 525n * GWEI - 1n }, null],
  ] as const) {
    it(`${name}: ${price === null ? "none" : `${price} wei`}`, () => {
      const bid = counterBid({ ...auction, ...change });
      expect(bid).to.deep.equal(price === null ? null : { ...priced(price), expected: price });
    });
  }

  it("after EIP-1559 both fees rise by 10 %, and the price by the tip's part", () => {
    const own = { maxFeePerGas: 80n * GWEI, maxPriorityFeePerGas: 10n * GWEI };
    expect(counterBid({ ...auction, own, baseFee: 50n * GWEI, rival: 60n * GWEI + 5n })).to.deep.equal({
      maxFeePerGas: 88n * GWEI,
      maxPriorityFeePerGas: 11n * GWEI,
      expected: 61n * GWEI,
    });
  });

  it("a bid below the base fee cannot be included, so nothing is sunk: the new one is worth the value and no more", () => {
    const own = priced(100n * GWEI);
    const below = { ...auction, own, baseFee: 101n * GWEI };
    expect(counterBid({ ...below, rival: 500n * GWEI - 2n })?.expected).to.equal(500n * GWEI - 1n);
    expect(counterBid({ ...below, rival: 500n * GWEI - 1n })).to.equal(null);
  });
});

/** Two that answer each other until one gives up; the prices they offered, in turn. */
function contest(
  values: readonly [bigint, bigint],
  opening: bigint,
  terms: Pick<GasAuction, "gas" | "revertGas" | "baseFee">,
): readonly Bid[] {
  const path: Bid[] = [];
  let mempool = emptyMempool;
  const own: [Bid | null, Bid | null] = [null, null];
  for (let turn = 0; ; turn += 1) {
    const me = turn % 2 === 0 ? 0 : 1;
    const bid = counterBid({ ...terms, own: own[me], rival: own[1 - me]?.expected ?? opening, value: values[me] });
    if (bid === null) break;
    mempool = submit(mempool, tx(`searcher-${me + 1}`, turn, bid));
    own[me] = bid;
    path.push(bid);
    const [first] = blockByFee(mempool.pending, { baseFee: terms.baseFee, floor: 0n, gasLimit: 30_000_000 });
    expect(first?.from, "who bids last stands first").to.equal(`searcher-${me + 1}`);
  }
  return path;
}

describe("agents/bidding: two that outbid each other", () => {
  const terms = fc
    .record({ gas: fc.integer({ min: 60_000, max: 400_000 }), part: fc.double({ min: 0, max: 0.9, noNaN: true }) })
    .map(({ gas, part }) => ({ gas, revertGas: Math.floor(gas * part) }));
  const value = fc.bigInt({ min: 10n ** 15n, max: 10n ** 20n });

  it("before EIP-1559 each raises its own by at least 10 %, and the auction ends below value / (gas − revertGas / 1.1)", () => {
    let longest = 0;
    fc.assert(
      fc.property(value, value, fee(50n * GWEI), terms, (first, second, opening, { gas, revertGas }) => {
        const path = contest([first, second], opening, { gas, revertGas, baseFee: 0n });
        longest = Math.max(longest, path.length);
        path.forEach(({ expected }, turn) => {
          if (turn > 0) expect(expected > path[turn - 1]!.expected).to.equal(true);
          if (turn < 2) return;
          expect(expected * 10n >= path[turn - 2]!.expected * 11n, `turn ${turn}`).to.equal(true);
          // p·(gas − revertGas/1.1) < value, times 11.
          expect(expected * BigInt(11 * gas - 10 * revertGas) < 11n * (turn % 2 === 0 ? first : second)).to.equal(true);
        });
      }),
      { numRuns: 40 },
    );
    expect(longest, "not vacuous").to.be.above(20);
  });

  it("after it each raises both fees by at least 10 %, and the auction ends below value / (gas − revertGas)", () => {
    let longest = 0;
    fc.assert(
      fc.property(value, value, fee(200n * GWEI), terms, (first, second, baseFee, { gas, revertGas }) => {
        const path = contest([first, second], baseFee + GWEI, { gas, revertGas, baseFee });
        longest = Math.max(longest, path.length);
        path.forEach(({ maxFeePerGas, maxPriorityFeePerGas, expected }, turn) => {
          const before = path[turn - 2];
          if (before === undefined) return;
          expect(maxFeePerGas * 10n >= before.maxFeePerGas * 11n).to.equal(true);
          expect(maxPriorityFeePerGas * 10n >= before.maxPriorityFeePerGas * 11n).to.equal(true);
          expect(expected * BigInt(gas - revertGas) < (turn % 2 === 0 ? first : second)).to.equal(true);
        });
      }),
      { numRuns: 40 },
    );
    expect(longest, "not vacuous").to.be.above(20);
  });

  it("where reverting is free nobody pays more than the value; where it costs, the last bid is beyond it", () => {
    const worth = 10n ** 17n;
    const last = (revertGas: number): bigint =>
      contest([worth, worth], GWEI, { gas: 200_000, revertGas, baseFee: 0n }).at(-1)!.expected * 200_000n;
    expect(last(0) < worth).to.equal(true);
    expect(last(100_000) > worth).to.equal(true);
  });
});
