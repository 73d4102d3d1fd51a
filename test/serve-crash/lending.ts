import { expect } from "chai";
import { AbiCoder, getCreateAddress } from "ethers";
import { describe, it } from "mocha";
import { walletAddress } from "../../src/venues/chain/layout.ts";
import { expectIdentities } from "../engine/expect-identities.ts";
import { call } from "./random-acts.ts";
import { scriptCode } from "./script-code.ts";
import { visit, type Visit } from "./visit.ts";

const MAX = (1n << 256n) - 1n;
const BLOCKS = 24;
const SETTINGS = {
  "run.blocks": BLOCKS,
  "lending.oracle": "pool-spot",
  "lending.riskiest": 1.501,
  "lending.safest": 1.502,
  "lending.bidSeconds": 20,
  "lending.auctionSeconds": 60,
  "agents.liquidators": 1,
};

/** Pushes the pool's price down, kicks the first position that can be, bids for it, itself or by a contract, and settles. */
async function liquidate(guest: Visit, isByContract: boolean): Promise<void> {
  const { router = "", weth = "", usdc = "", lendingMarket = "" } = guest.addresses;
  const own = guest.accounts[0]?.address ?? "";
  let nonce = 0;
  const send = async (fields: object): Promise<string> =>
    (await guest.ask("eth_sendRawTransaction", [guest.sign(0, { nonce: nonce++, gasLimit: 1_500_000n, ...fields })])) as string;
  for (const [token, spender] of [
    [weth, router],
    [usdc, lendingMarket],
  ])
    await send({ to: token, data: call("approve(address,uint256)", spender, MAX) });
  const swap = call(
    "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
    (guest.accounts[0]?.base ?? 0n) / 2n,
    0,
    [weth, usdc],
    own,
    MAX,
  );
  await send({ to: router, data: swap });
  await send({ to: lendingMarket, data: call("kick(address)", walletAddress("borrower-3")) });
  await guest.step();
  const word = async (place: number): Promise<bigint> => {
    const auction = (await guest.ask("eth_call", [{ to: lendingMarket, data: call("auctions(uint256)", 1) }, "latest"])) as string;
    return (AbiCoder.defaultAbiCoder().decode(Array<string>(9).fill("uint256"), auction) as unknown as bigint[])[place] ?? 0n;
  };
  const [tab, lot] = [await word(6), await word(7)];
  expect(tab > 0n, "the auction has begun").to.equal(true);
  if (isByContract) {
    const bidder = getCreateAddress({ from: own, nonce: nonce + 1 });
    await send({ to: usdc, data: call("transfer(address,uint256)", bidder, tab) });
    const steps = [
      { to: usdc, data: call("approve(address,uint256)", lendingMarket, MAX) },
      { to: lendingMarket, data: call("bid(uint256,uint256,uint256)", 1, lot, tab) },
    ];
    await send({ data: scriptCode(steps) });
  } else await send({ to: lendingMarket, data: call("bid(uint256,uint256,uint256)", 1, lot, tab) });
  for (let block = 2; block < BLOCKS - 2; block += 1) await guest.step();
  await send({ to: lendingMarket, data: call("settle(uint256)", 1) });
}

describe("a visitor at the lending market", () => {
  for (const isByContract of [false, true]) {
    it(`liquidates, bidding ${isByContract ? "by a contract of its own" : "itself"}, and the ledger follows`, async () => {
      const { crash, mev } = await visit((guest) => liquidate(guest, isByContract), { set: SETTINGS });
      expectIdentities(crash, BLOCKS);
      const { kind, account, gross } = mev.extractions;
      const settled = kind.flatMap((each, i) => (each === "liquidation" ? [{ account: account[i], gross: gross[i] ?? NaN }] : []));
      const winner = settled.find((each) => each.account?.startsWith(isByContract ? "0x" : "visitor-1"));
      expect(winner, JSON.stringify(settled)).to.not.equal(undefined);
    });
  }
});
