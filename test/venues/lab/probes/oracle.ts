import { expect } from "chai";
import { describe, it } from "mocha";
import { accumulate, type PriceAccumulators } from "../../../../src/amm/price-accumulators.ts";
import { amountOut } from "../../../../src/amm/uniswap-v2.ts";
import { publishedArtifact } from "../../../../src/venues/chain/artifacts.ts";
import { movePrice } from "../../../../src/venues/chain/lab/probes/move-price.ts";
import { oracleReading } from "../../../../src/venues/chain/lab/probes/oracle-reading.ts";
import { selector } from "../../../../src/venues/chain/selectors.ts";
import { v2Pair } from "../../../../src/venues/chain/v2-pair.ts";
import { FILL, inFilledLab, ownPair, published } from "./filled-lab.ts";

const QUOTE = FILL.quote * 1_000_000n;

describe("venues: probes of the average price", () => {
  it("is off by n·12/1800 of the push while that is held, and not at all within a block", async () => {
    const { window, push, inBlock, held } = await inFilledLab(published, oracleReading);
    expect([window, push]).to.deep.equal([1_800, 0.2]);
    expect(inBlock).to.equal(0);
    for (const { blocks, error } of held) expect(error, `${blocks}`).to.be.closeTo((0.2 * 12 * blocks) / 1_800, 1e-8);
    expect(held.map(({ error }) => error.toFixed(6))).to.deep.equal(["0.001333", "0.006667", "0.040000"]);
  });

  it("is off by what the exact accumulators of the model are, fee and floors included", async () => {
    await inFilledLab(published, async (lab) => {
      const { held } = await oracleReading(lab);
      const { amountIn } = await movePrice(lab, 0.2);
      const lifted = { base: FILL.base - amountOut(amountIn, QUOTE, FILL.base), quote: QUOTE + amountIn };
      const empty: PriceAccumulators = { basePriceCumulative: 0n, quotePriceCumulative: 0n, updatedAt: 0 };
      for (const { blocks, error } of held) {
        const sums = accumulate(accumulate(empty, { base: FILL.base, quote: QUOTE }, 1_800 - 12 * blocks), lifted, 1_800);
        const still = ((QUOTE << 112n) / FILL.base) * 1_800n;
        expect(error).to.be.closeTo(Number((sums.basePriceCumulative * 10n ** 15n) / still) / 1e15 - 1, 2e-15);
      }
    });
  });

  it("shows accumulators that move twice a block within one", async () => {
    const { inBlock } = await inFilledLab(await ownPair("TwiceUpdatedOraclePair"), oracleReading);
    expect(Math.abs(inBlock)).to.be.above(0.01);
  });

  it("is not applicable where the pair has no accumulators", async () => {
    // The published code, which answers to other names.
    const { abi, bytecode } = publishedArtifact("UniswapV2Pair");
    const without = ["price0CumulativeLast()", "price1CumulativeLast()"].reduce((code, name, i) => {
      const word = `63${selector(name).slice(2)}`;
      expect(code).to.include(word);
      return code.replaceAll(word, `63fffffff${i}`);
    }, bytecode);
    const error: unknown = await inFilledLab(v2Pair({ artifact: { abi, bytecode: without } }), oracleReading).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.include({ code: "PROBE_NOTHING", message: "the pair has no price accumulators" });
  });
});
