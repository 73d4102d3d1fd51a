import { expect } from "chai";
import { getCreate2Address, keccak256, solidityPackedKeccak256 } from "ethers";
import { describe, it } from "mocha";
import { publishedArtifact } from "./local-chain.ts";
import { openPair } from "./pair-on-chain.ts";

/** Hash that every router on mainnet derives the pairs' addresses from. */
const mainnet = "0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f";

describe("bytecode: init-code hash", () => {
  it("the pair's creation code is mainnet's", () => {
    expect(keccak256(publishedArtifact("UniswapV2Pair").bytecode)).to.equal(mainnet);
  });

  it("the factory carries exactly this creation code", () => {
    expect(publishedArtifact("UniswapV2Factory").bytecode).to.contain(publishedArtifact("UniswapV2Pair").bytecode.slice(2));
  });

  it("the router carries the same hash", () => {
    expect(publishedArtifact("UniswapV2Router02").bytecode).to.contain(mainnet.slice(2));
  });

  it("a pair stands where the hash says, with the code that the hash says", async () => {
    const { chain, factory, pair, token0, token1 } = await openPair();
    const salt = solidityPackedKeccak256(["address", "address"], [token0.address, token1.address]);
    expect(pair.address).to.equal(getCreate2Address(factory.address, salt, mainnet));
    const code = (await chain.request("eth_getCode", pair.address, "latest")) as string;
    expect(publishedArtifact("UniswapV2Pair").bytecode).to.contain(code.slice(2));
    await chain.close();
  });
});
