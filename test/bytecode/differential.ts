import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { addLiquidity, removeLiquidity, reservesFor, swap } from "../../src/amm/uniswap-v2.ts";
import { CrashError } from "../../src/core/errors.ts";
import { stream, type Random } from "../../src/core/random.ts";
import type { PoolState, Side } from "../../src/core/words.ts";
import type { Contract, LocalChain } from "./local-chain.ts";
import { openPair, type PairOnChain } from "./pair-on-chain.ts";

const operations = 600;
const forever = 2n ** 256n - 1n;
const empty: PoolState = { base: 0n, quote: 0n, supply: 0n };

type Operation =
  | { readonly name: "swap"; readonly side: Side; readonly amountIn: bigint }
  | { readonly name: "add"; readonly base: bigint; readonly quote: bigint }
  | { readonly name: "remove"; readonly liquidity: bigint };

describe("bytecode: the model and the pair behind its router, operation by operation", () => {
  let on: PairOnChain;
  let router: Contract;
  let reader: Contract;
  before(async () => {
    on = await openPair();
    const weth = await on.chain.deploy("WETH9");
    router = await on.chain.deploy("UniswapV2Router02", on.factory.address, weth.address);
    reader = await on.chain.deploy("BalanceReader", on.pair.address, on.token0.address, on.token1.address, [on.pair.address]);
    for (const token of [on.token0, on.token1, on.pair]) await on.chain.send(token, "approve", router.address, forever);
  });
  after(() => on.chain.close());

  for (const seed of [1, 2]) {
    it(`seed ${seed}: ${operations} operations of random size, refusals among them, agree to the wei and in the reason`, async () => {
      const snapshot = await on.chain.request("evm_snapshot");
      const random = stream(seed, "differential");
      let state = empty;
      const done: Record<string, number> = {};
      for (let step = 0; step < operations; step += 1) {
        const operation: Operation = step === 0 ? { name: "add", base: 10n ** 21n, quote: 2n * 10n ** 12n } : draw(random, state);
        const { next, reason } = modelled(state, operation);
        const refusal = await onChain(on, router, operation);
        const where = `seed ${seed}, step ${step}, ${JSON.stringify(operation, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value))}`;
        if (reason === undefined) expect(refusal, where).to.equal(undefined);
        else expect(refusal, where).to.contain(reason);
        state = next;
        expect(await observed(on.chain, reader), where).to.deep.equal(state);
        const kind = reason ?? operation.name;
        done[kind] = (done[kind] ?? 0) + 1;
      }
      for (const name of ["swap", "add", "remove"]) expect(done[name], name).to.be.greaterThan(60);
      expect(Object.keys(done).length, "kinds of outcome").to.be.greaterThan(4);
      await on.chain.request("evm_revert", snapshot);
    });
  }
});

/** Mostly sensible operations, sizes over many orders of magnitude, now and then one that must be refused. */
function draw(random: Random, state: PoolState): Operation {
  const part = (whole: bigint, smallest: number): bigint => {
    const share = Math.exp(Math.log(smallest) * random());
    return (whole * BigInt(Math.floor(share * 2 ** 52))) / 2n ** 52n;
  };
  const kind = random();
  if (kind < 0.6) {
    const side = random() < 0.5 ? "sell" : "buy";
    return { name: "swap", side, amountIn: part(reservesFor(state, side).reserveIn, 1e-14) };
  }
  if (kind < 0.8) return { name: "add", base: part(state.base, 1e-14), quote: part(state.quote, 1e-14) };
  return { name: "remove", liquidity: part(state.supply - 1_000n, 1e-16) / 2n };
}

/** What the model makes of it; a refusal leaves the state as it was. */
function modelled(state: PoolState, operation: Operation): { readonly next: PoolState; readonly reason?: string } {
  try {
    switch (operation.name) {
      case "swap":
        return { next: swap(state, operation.side, operation.amountIn).state };
      case "add":
        return { next: addLiquidity(state, operation.base, operation.quote).state };
      case "remove":
        return { next: removeLiquidity(state, operation.liquidity).state };
    }
  } catch (error) {
    if (error instanceof CrashError) return { next: state, reason: error.message };
    throw error;
  }
}

/** Sends it through the router; what it was refused with, or undefined. */
async function onChain(
  { chain, trader, token0, token1 }: PairOnChain,
  router: Contract,
  operation: Operation,
): Promise<string | undefined> {
  try {
    if (operation.name === "swap") {
      const path = operation.side === "sell" ? [token0.address, token1.address] : [token1.address, token0.address];
      await chain.send(router, "swapExactTokensForTokens", operation.amountIn, 0, path, trader, forever);
    } else if (operation.name === "add") {
      await chain.send(router, "addLiquidity", token0.address, token1.address, operation.base, operation.quote, 0, 0, trader, forever);
    } else {
      await chain.send(router, "removeLiquidity", token0.address, token1.address, operation.liquidity, 0, 0, trader, forever);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The pair's own state, balances held against reserves. */
async function observed(chain: LocalChain, reader: Contract): Promise<PoolState> {
  const [heldBase, heldQuote, , , base, quote, supply] = (await chain.read(reader, "read"))[0] as bigint[];
  expect({ base: heldBase, quote: heldQuote }).to.deep.equal({ base, quote });
  return { base: base!, quote: quote!, supply: supply! };
}
