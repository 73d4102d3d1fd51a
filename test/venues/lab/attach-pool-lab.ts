import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { amountOut } from "../../../src/amm/uniswap-v2.ts";
import { InputError } from "../../../src/core/errors.ts";
import { ownArtifact, publishedArtifact } from "../../../src/venues/chain/artifacts.ts";
import { attachPoolLab, type AttachOptions } from "../../../src/venues/chain/lab/attach-pool-lab.ts";
import type { Provider } from "../../../src/venues/chain/rpc.ts";
import { openOwnChain, type OwnChain, POOLED } from "./own-chain.ts";

describe("venues: a laboratory around a pair that stands already", () => {
  let chain: OwnChain;
  let before: unknown;
  beforeEach(async () => {
    chain = await openOwnChain();
    before = await chain.standing();
  });
  afterEach(() => chain.close());

  /** With the base token as base, whichever its place in the pair is. */
  const attach = (options: AttachOptions = {}): ReturnType<typeof attachPoolLab> =>
    attachPoolLab(chain.provider, chain.pair, { base: chain.base, ...options });

  it("trades, deposits and withdraws as one on a chain of its own, and leaves no trace", async () => {
    const lab = await attach();
    expect(lab.places).to.include({ pair: chain.pair.toLowerCase(), base: chain.base.toLowerCase(), quote: chain.quote.toLowerCase() });
    const { base, quote } = await lab.state();
    expect({ base, quote }).to.deep.equal(POOLED);
    const sold = 10n ** 18n;
    const expected = amountOut(sold, base, quote);
    expect(await lab.quote("sell", sold)).to.equal(expected);
    expect((await lab.do(lab.swapCall("bob", "sell", sold, expected))).gained).to.deep.equal({
      base: -sold,
      quote: expected,
      liquidity: 0n,
    });
    const added = await lab.do(lab.addCall("alice", sold, quote));
    expect(added.gained.liquidity > 0n).to.equal(true);
    expect((await lab.do(lab.removeCall("alice", added.gained.liquidity))).success).to.equal(true);
    expect(
      (await lab.block([lab.swapCall("mallory", "buy", 10n ** 9n), lab.pairCall("bob", "sync()", [])])).every(({ success }) => success),
    ).to.equal(true);
    await lab.close();
    expect(await chain.standing()).to.deep.equal(before);
  });

  it("goes on from the chain's clock, one block after the other, and gives it back", async () => {
    const { timestamp } = before as { timestamp: string };
    const lab = await attach();
    const start = lab.time;
    expect(start).to.be.within(Number(BigInt(timestamp)) + 1, Number(BigInt(timestamp)) + 10);
    await lab.do(lab.swapCall("bob", "sell", 10n ** 15n), 3_600);
    expect(lab.time).to.equal(start + 3_600);
    await lab.close();
    await chain.send(chain.base, "transfer(address,uint256)", [chain.quote, 1n]);
    const { timestamp: after, number } = (await chain.standing()) as { timestamp: string; number: string };
    expect(BigInt(number)).to.equal(BigInt((before as { number: string }).number) + 1n);
    expect(Number(BigInt(after)) - Number(BigInt(timestamp))).to.be.below(3_000);
  });

  it("leaves a chain that mines on request one that mines on request", async () => {
    await chain.provider.request({ method: "evm_setAutomine", params: [false] });
    before = await chain.standing();
    const lab = await attach();
    await lab.do(lab.swapCall("bob", "sell", 10n ** 15n));
    await lab.close();
    expect(before).to.include({ isAutomatic: false });
    expect(await chain.standing()).to.deep.equal(before);
  });

  it("takes either token for the base, and token0 unless it is told", async () => {
    const [token0, token1] = BigInt(chain.base) < BigInt(chain.quote) ? [chain.base, chain.quote] : [chain.quote, chain.base];
    for (const [base, expected] of [
      [undefined, token0],
      ["token0", token0],
      ["token1", token1],
      [token1, token1],
    ] as const) {
      const lab = await attachPoolLab(chain.provider, chain.pair, base === undefined ? {} : { base });
      expect([lab.places.base, lab.places.baseIsToken0]).to.deep.equal([expected.toLowerCase(), expected === token0]);
      expect((await lab.do(lab.swapCall("bob", "sell", 10n ** 6n))).success || expected === chain.base).to.equal(true);
      await lab.close();
    }
    expect(await chain.standing()).to.deep.equal(before);
  });

  /** Nothing can be written to its storage. */
  const blind = (): Provider => ({
    request: (args) => (args.method === "hardhat_setStorageAt" ? Promise.resolve(true) : chain.provider.request(args)),
  });

  it("hands out tokens as it is told, instead of looking where they are kept", async () => {
    const asked: string[] = [];
    const fund = async (token: string, to: string, amount: bigint): Promise<void> => {
      asked.push(token);
      await chain.send(token, "transfer(address,uint256)", [to, amount]);
    };
    const lab = await attachPoolLab(blind(), chain.pair, { base: chain.base, fund });
    const tokens = [chain.base, chain.quote].map((token) => token.toLowerCase());
    expect(asked).to.deep.equal(tokens.flatMap((token) => [token, token, token]));
    expect(await lab.balance("bob", "base")).to.equal(100n * POOLED.base + 10n ** 12n);
    expect((await lab.do(lab.swapCall("bob", "buy", 10n ** 9n))).success).to.equal(true);
    await lab.close();
    expect(await chain.standing()).to.deep.equal(before);
  });

  describe("is refused, and the chain left as it was,", () => {
    const refusal = async (work: () => Promise<unknown>): Promise<InputError> => {
      const error = await work().then(
        () => new Error("accepted"),
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof InputError)) throw error as Error;
      expect(await chain.standing()).to.deep.equal(before);
      return error;
    };

    it("at what is no address, and where there is no contract", async () => {
      expect((await refusal(() => attachPoolLab(chain.provider, "0x12"))).code).to.equal("POOL_ADDRESS");
      const nowhere = `0x${"1".repeat(40)}`;
      const found = await refusal(() => attachPoolLab(chain.provider, nowhere));
      expect([found.code, found.facts.value]).to.deep.equal(["POOL_NO_CODE", nowhere]);
    });

    it("at a contract that is no pair, naming all that it lacks", async () => {
      const found = await refusal(() => attachPoolLab(chain.provider, chain.base));
      expect(found.code).to.equal("POOL_ABI");
      expect(found.message).to.match(
        /it lacks token0\(\), token1\(\), getReserves\(\), mint\(address\), burn\(address\), swap\(uint256,uint256,address,bytes\), sync\(\)/,
      );
      expect(found.message).not.to.include("totalSupply");
    });

    it("at a pair without one of the functions", async () => {
      // The published code, whose sync answers to another name.
      const { abi, bytecode } = publishedArtifact("UniswapV2Pair");
      const changed = await chain.deploy({ abi, bytecode: bytecode.replaceAll("63fff6cae9", "63fffffff0") }, []);
      before = await chain.standing();
      const found = await refusal(() => attachPoolLab(chain.provider, changed));
      expect(found.message).to.match(/it lacks sync\(\);/);
    });

    it("for a base that is none of its tokens, naming both", async () => {
      const found = await refusal(() => attachPoolLab(chain.provider, chain.pair, { base: chain.pair }));
      expect(found.code).to.equal("POOL_TOKENS");
      expect(found.message.toLowerCase()).to.include(chain.base.toLowerCase()).and.to.include(chain.quote.toLowerCase());
    });

    it("on a network that is none of Hardhat's", async () => {
      const other: Provider = {
        request: (args) =>
          args.method.startsWith("hardhat_") ? Promise.reject(new Error("no such method")) : chain.provider.request(args),
      };
      expect((await refusal(() => attachPoolLab(other, chain.pair))).code).to.equal("POOL_NETWORK");
    });

    it("where it cannot be found where a token keeps its balances, or too little is handed out", async () => {
      const found = await refusal(() => attachPoolLab(blind(), chain.pair));
      expect(found.code).to.equal("TOKEN_BALANCE");
      expect(found.message).to.include("fund(token, to, amount)");
      const fund = async (): Promise<void> => undefined;
      expect((await refusal(() => attachPoolLab(chain.provider, chain.pair, { fund }))).code).to.equal("TOKEN_BALANCE");
    });
  });

  it("stands around wrapped ether too, and around a token that keeps a part of what is sent", async () => {
    const weth = await chain.deploy(publishedArtifact("WETH9"), []);
    const taxed = await chain.deploy(ownArtifact("FeeOnTransferToken"), ["Taxed", "TAX", 6, 10n ** 15n, 10_000]);
    const factory = await chain.deploy(publishedArtifact("UniswapV2Factory"), [chain.owner]);
    await chain.send(factory, "createPair(address,address)", [weth, taxed]);
    const [log] = (await chain.provider.request({ method: "eth_getLogs", params: [{ address: factory, fromBlock: "0x0" }] })) as {
      data: string;
    }[];
    const pair = `0x${log?.data.slice(26, 66) ?? ""}`;
    before = await chain.standing();
    const lab = await attachPoolLab(chain.provider, pair, { base: weth, terms: { fee: 0.003, transferFee: 0.01 } });
    expect((await lab.do(lab.addCall("alice", 10n ** 12n, 10n ** 11n))).success).to.equal(true);
    const quoted = await lab.quote("sell", 10n ** 9n);
    expect((await lab.do(lab.swapCall("bob", "sell", 10n ** 9n))).gained.quote).to.equal(quoted);
    await lab.close();
    expect(await chain.standing()).to.deep.equal(before);
  });
});
