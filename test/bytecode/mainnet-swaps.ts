import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { amountIn, amountOut, passesK, type Amounts } from "../../src/amm/uniswap-v2.ts";
import { mainnetRows, type MainnetRow } from "./mainnet-rows.ts";
import { openPair, type PairOnChain } from "./pair-on-chain.ts";
import { place, standing, swap } from "./recorded-pair.ts";
import { expectRejection } from "./rejection.ts";

describe("bytecode: recorded mainnet swaps, to the wei", () => {
  const rows = mainnetRows();
  /** The one row whose recorded reserves are not those that its swap met; its own test below says how that is known. */
  const odd = rows.find((row) => row.hash.startsWith("0x4b34b6ed") && row.pair.startsWith("0x31d64f94"))!;
  const plain = rows.filter((row) => row !== odd);

  let on: PairOnChain;
  before(async () => {
    on = await openPair();
  });
  after(() => on.chain.close());

  it("there are 247 rows of 171 pairs in 26 blocks", () => {
    expect([rows.length, new Set(rows.map((row) => row.pair)).size, new Set(rows.map((row) => row.block)).size]).to.deep.equal([
      247, 171, 26,
    ]);
  });

  it("every row but one replays on the pair's bytecode from its recorded reserves to its recorded balances", async () => {
    for (const row of plain) {
      await place(on, row.before);
      await swap(on, row.paidIn, row.paidOut);
      expect(await standing(on), row.hash).to.deep.equal(row.after);
    }
  });

  it("what it pays for is all: with a thousandth less of the input the bytecode refuses a swap that asked for everything", async () => {
    for (const row of plain.filter(asksForEverything).slice(0, 40)) {
      await place(on, row.before);
      const less = (amount: bigint) => amount - amount / 1_000n - (amount > 0n ? 1n : 0n);
      await expectRejection(swap(on, { base: less(row.paidIn.base), quote: less(row.paidIn.quote) }, row.paidOut), "UniswapV2: K");
    }
  });

  it("the model's check of K lets every row through", () => {
    for (const row of rows) expect(passesK(row.before, row.paidIn, row.paidOut), row.hash).to.equal(true);
  });

  it("no output is above the model's; 210 ask for all of it, 13 for an exact output, 2 for a little less", () => {
    const single = plain.filter((row) => row.paidIn.base === 0n || row.paidIn.quote === 0n);
    for (const row of single) expect(row.paidOut.base + row.paidOut.quote <= mostOut(row), row.hash).to.equal(true);
    const rest = single.filter((row) => !asksForEverything(row));
    const exactOutput = rest.filter((row) => neededIn(row) === row.paidIn.base + row.paidIn.quote);
    expect([single.length - rest.length, exactOutput.length, rest.length - exactOutput.length]).to.deep.equal([210, 13, 2]);
  });

  it("21 rows have a second input, less than 1 % of the output, that came back while the output was paid", () => {
    const both = plain.filter((row) => row.paidIn.base > 0n && row.paidIn.quote > 0n);
    expect(both.length).to.equal(21);
    for (const row of both) {
      const [back, out] = row.paidOut.base > 0n ? [row.paidIn.base, row.paidOut.base] : [row.paidIn.quote, row.paidOut.quote];
      expect(back > 0n && back * 100n < out, row.hash).to.equal(true);
    }
  });

  /**
   * Here the pair seems to have lost 50.68… tokens more than it paid out, as it would with a token that takes a fee on transfer from the payer.
   * But that is to the wei the output of the swap before it in the same block on the same pair, from the same recorded reserves; and what is
   * recorded as this swap's input is, to the wei, both swaps' input together. Reserves and input of this row are counted from the start of
   * the block. From the balances that the earlier swap left, the trade is an exact-output one, the recorded output needs the difference of the
   * inputs exactly, and nothing is missing: neither token of this pair, NFTX and WETH on SushiSwap, took a fee.
   */
  it("0x4b34b6ed… on 0x31d64f94… is no fee on transfer: its reserves and input are counted from the start of the block", async () => {
    const earlier = rows[rows.indexOf(odd) - 1]!;
    expect([earlier.pair, earlier.block, earlier.before]).to.deep.equal([odd.pair, odd.block, odd.before]);
    const missing = odd.before.base + odd.paidIn.base - odd.paidOut.base - odd.after.base;
    expect(missing).to.equal(50680420132173644000n);
    expect(missing).to.equal(earlier.paidOut.base);

    const own: Amounts = { base: 0n, quote: odd.paidIn.quote - earlier.paidIn.quote };
    expect(amountIn(odd.paidOut.base, earlier.after.quote, earlier.after.base)).to.equal(own.quote);

    // From the recorded reserves, as one block: the earlier swap and then this one come to the recorded balances.
    await place(on, odd.before);
    await swap(on, earlier.paidIn, earlier.paidOut);
    expect(await standing(on)).to.deep.equal(earlier.after);
    await swap(on, own, odd.paidOut);
    expect(await standing(on)).to.deep.equal(odd.after);

    // As recorded, it ends with that much more of the token; and 1 wei less of its own input would have been refused.
    await place(on, odd.before);
    await swap(on, odd.paidIn, odd.paidOut);
    expect(await standing(on)).to.deep.equal({ base: odd.after.base + missing, quote: odd.after.quote });
    await place(on, earlier.after);
    await expectRejection(swap(on, { ...own, quote: own.quote - 1n }, odd.paidOut), "UniswapV2: K");
  });
});

function mostOut(row: MainnetRow): bigint {
  return row.paidIn.base > 0n
    ? amountOut(row.paidIn.base, row.before.base, row.before.quote)
    : amountOut(row.paidIn.quote, row.before.quote, row.before.base);
}

function neededIn(row: MainnetRow): bigint {
  return row.paidIn.base > 0n
    ? amountIn(row.paidOut.quote, row.before.base, row.before.quote)
    : amountIn(row.paidOut.base, row.before.quote, row.before.base);
}

function asksForEverything(row: MainnetRow): boolean {
  return (row.paidIn.base === 0n || row.paidIn.quote === 0n) && row.paidOut.base + row.paidOut.quote === mostOut(row);
}
