import { expect } from "chai";
import { network } from "hardhat";
import { type BookName, type BookStatement, type CrashResult, runCrash } from "hardhat-crash";
import { before, describe, it } from "mocha";

/** Blocks between two visits of the keeper. */
const EVERY = 25;

describe("our vault on Black Thursday, until 11:00, when ETH has fallen from 195 to 133 dollars", () => {
  let result: CrashResult;

  before(async () => {
    const set = { "run.blocks": 3_025, "hedger.policy": "interval", "hedger.interval": EVERY };
    result = await runCrash({ scenario: "black-thursday-2020", engine: "twin", set });
  });

  const book = (name: BookName): BookStatement => {
    const found = result.statement.find((each) => each.book === name);
    if (found === undefined) throw new Error(`the statement has no ${name}`);
    return found;
  };

  it("loses less than 0.6 % of its capital, where its liquidity alone loses more than 15 %", () => {
    const [bare, hedged] = [book("lp"), book("hedged-lp")];
    expect(bare.total / bare.startCapital).to.be.below(-0.15);
    expect(hedged.total / hedged.startCapital).to.be.above(-0.006);
  });

  it("pays less than 0.08 % of its capital for the hedge's trades, and needs less than 6 % of it as margin", () => {
    const { lines, startCapital, peakMargin } = book("hedged-lp");
    expect(-(lines.execution + lines.funding) / startCapital).to.be.within(0, 0.0008);
    expect(peakMargin / startCapital).to.be.below(0.06);
  });

  it("is hedged by a keeper who sells short what the vault says, every 25 blocks, as the book hedged-lp is", async () => {
    const { ethers } = await network.create();
    const [depositor, keeper] = await ethers.getSigners();
    const base = ethers.ZeroAddress;
    const pair = await ethers.deployContract("RecordedPair", [base]);
    const vault = await ethers.deployContract("HedgedVault", [pair, base, keeper]);
    const liquidity = ((await pair.getFunction("totalSupply")()) as bigint) / 10n;
    await pair.getFunction("approve")(vault, liquidity);
    await vault.getFunction("deposit")(liquidity);
    const told = vault.connect(keeper ?? null).getFunction("report");

    const { priceE8, reserveBase, reserveQuote } = result.series;
    const cost = result.settings["market.cost"] as number;
    let [short, price, profit] = [0, NaN, 0];
    for (let block = 0; block < priceE8.length; block += EVERY) {
      await pair.getFunction("record")(
        ethers.parseUnits((reserveBase[block] ?? NaN).toFixed(9)),
        Math.round((reserveQuote[block] ?? NaN) * 1e6),
      );
      const wanted = (await vault.getFunction("exposure")()) as bigint;
      await told(wanted);
      const now = (priceE8[block] ?? NaN) / 1e8;
      if (block > 0) profit += short * (price - now);
      profit -= Math.abs(Number(wanted) / 1e18 - short) * now * cost;
      [short, price] = [Number(wanted) / 1e18, now];
    }
    const { total, startCapital } = book("hedged-lp");
    expect((book("lp").total + profit - total) / startCapital).to.be.closeTo(0, 1e-8);
    expect(await vault.getFunction("hedge")()).to.equal(await vault.getFunction("exposure")());
    await vault.getFunction("withdraw")(liquidity);
    expect(await pair.getFunction("balanceOf")(depositor)).to.equal(await pair.getFunction("totalSupply")());
  });

  it("hears of a hedge from its keeper alone", async () => {
    const { ethers } = await network.create();
    const [, keeper] = await ethers.getSigners();
    const pair = await ethers.deployContract("RecordedPair", [ethers.ZeroAddress]);
    const vault = await ethers.deployContract("HedgedVault", [pair, ethers.ZeroAddress, keeper]);
    const refusal: unknown = await vault
      .getFunction("report")(1n)
      .catch((error: unknown) => error);
    expect(String(refusal)).to.include("HedgedVault_NotKeeper");
  });
});
