import { expect } from "chai";
import hre from "hardhat";
import { after, before, describe, it } from "mocha";
import { amountOut } from "../../../src/amm/uniswap-v2.ts";
import { toBase, toQuote } from "../../../src/core/units.ts";
import { publishedArtifact } from "../../../src/venues/chain/artifacts.ts";
import { openPoolLab } from "../../../src/venues/chain/lab/open-pool-lab.ts";
import type { PoolLab } from "../../../src/venues/chain/lab/pool-lab.ts";
import { v2Pair } from "../../../src/venues/chain/v2-pair.ts";

describe("venues: a laboratory for a pool", () => {
  let lab: PoolLab;
  before(async () => {
    lab = await openPoolLab(hre.network, v2Pair({ artifact: publishedArtifact("UniswapV2Pair") }));
  });
  after(() => lab.close());

  it("begins with an empty pool and wallets that hold both tokens", async () => {
    expect(await lab.state()).to.deep.equal({ base: 0n, quote: 0n, supply: 0n });
    expect(await lab.balance("mallory", "base")).to.equal(toBase(1e9));
    expect(await lab.balance("bob", "quote")).to.equal(toQuote(1e9));
  });

  it("adds, quotes, swaps and removes through the router, and says what a wallet gained", async () => {
    const [base, quote] = [toBase(1_000), toQuote(200_000)];
    const added = await lab.do(lab.addCall("alice", base, quote));
    expect(added.gained).to.include({ base: -base, quote: -quote });
    expect((await lab.state()).supply).to.equal(added.gained.liquidity + 1_000n);
    const sold = toBase(10);
    const expected = amountOut(sold, base, quote);
    expect(await lab.quote("sell", sold)).to.equal(expected);
    expect((await lab.do(lab.swapCall("bob", "sell", sold, expected))).gained).to.deep.equal({
      base: -sold,
      quote: expected,
      liquidity: 0n,
    });
    const late = await lab.do(lab.swapCall("bob", "sell", sold, expected));
    expect([late.success, late.reason]).to.deep.equal([false, "PairRouter_BelowMinimum"]);
    const removed = await lab.do(lab.removeCall("alice", added.gained.liquidity));
    expect(removed.gained.base > base).to.equal(true);
  });

  it("takes back what was done tentatively", async () => {
    const state = await lab.state();
    await lab.tentatively(async () => {
      expect((await lab.do(lab.addCall("bob", toBase(1), toQuote(200)))).success).to.equal(true);
      expect(await lab.state()).not.to.deep.equal(state);
    });
    expect(await lab.state()).to.deep.equal(state);
  });

  it("puts several calls into one block, those of the pair itself among them", async () => {
    const outcomes = await lab.block([
      lab.sendCall("mallory", "base", "pair", 5n),
      lab.pairCall("bob", "skim(address)", [lab.address("bob")]),
      lab.rawSwapCall("alice", { base: 1n, quote: 0n }),
    ]);
    expect(outcomes.map(({ success }) => success)).to.deep.equal([true, true, false]);
    expect(outcomes[1]?.gained.base).to.equal(5n);
    expect(outcomes[2]?.reason).to.equal("UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
  });
});
