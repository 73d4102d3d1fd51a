import { Interface, id as hashOf } from "ethers";
import hre from "hardhat";
import type { AccountId } from "../../src/core/words.ts";
import { LENDER, LENDING_MARKET } from "../../src/core/account-names.ts";
import type { Auction, LendingState, Movement, Position } from "../../src/lending/lending-state.ts";
import { ACCOUNTS, FIRST_PRICE, type Held, STOCK, TERMS, type Wallet, WALLETS } from "../lending/scene.ts";
import { reasonOf } from "./lending-reason.ts";
import { type Contract, type LocalChain, openChain, publishedArtifact } from "./local-chain.ts";

const POOL = { base: 1_000n * 10n ** 18n, quote: 194_000n * 10n ** 6n } as const;

/** What a transaction came to. */
export interface Sent {
  /** Why it was refused, in the contract's own words; absent on success. */
  readonly reason?: string;
  /** Every transfer that a token logged. */
  readonly movements: readonly Movement[];
  readonly gas: number;
}

/** A market with a fed price, whose every wallet has stock and has approved it; beside it a pair with liquidity. */
export interface LendingOnChain {
  readonly chain: LocalChain;
  readonly weth: Contract;
  readonly usdc: Contract;
  readonly pair: Contract;
  readonly feed: Contract;
  readonly market: Contract;
  addressOf(account: AccountId): string;
  deploy(name: string, ...args: unknown[]): Promise<Contract>;
  /** One transaction in a block of this time. */
  send(time: number, from: Wallet, contract: Contract, name: string, ...args: unknown[]): Promise<Sent>;
  /** Unix seconds of the last block. */
  now(): Promise<number>;
  balances(): Promise<ReadonlyMap<AccountId, Held>>;
  /** All that the market says of itself. */
  state(): Promise<LendingState>;
}

interface Receipt {
  readonly gasUsed: string;
  readonly contractAddress: string;
  readonly logs: readonly { readonly address: string; readonly topics: readonly string[]; readonly data: string }[];
}

type AuctionWords = Readonly<Record<"collateral" | "debt" | "tab" | "lot" | "bid" | "startedAt" | "endsAt", bigint>> &
  Readonly<Record<"borrower" | "winner", string>>;

const gas = "0x4c4b40";
const unlimited = 2n ** 256n - 1n;
const quantity = (value: bigint | number): string => `0x${value.toString(16)}`;

/** Deploys a contract of the project's own from the first account. */
export async function deployOwn(chain: LocalChain, name: string, ...args: unknown[]): Promise<Contract> {
  const { abi, bytecode } = await hre.artifacts.readArtifact(name);
  const contract = new Interface(abi);
  const data = bytecode + contract.encodeDeploy(args).slice(2);
  const hash = await chain.request("eth_sendTransaction", { from: chain.accounts[0], gas, data });
  const { contractAddress } = (await chain.request("eth_getTransactionReceipt", hash)) as Receipt;
  return { address: contractAddress, abi: contract };
}

export async function openLending(): Promise<LendingOnChain> {
  const chain = await openChain();
  const { accounts } = chain;
  const keeper = accounts[0]!;
  const request: LocalChain["request"] = (method, ...params) => chain.request(method, ...params);

  const transact = async (transaction: Readonly<Record<string, unknown>>): Promise<Receipt> => {
    const hash = await request("eth_sendTransaction", { from: keeper, gas, ...transaction });
    return (await request("eth_getTransactionReceipt", hash)) as Receipt;
  };
  const deploy = (name: string, ...args: unknown[]): Promise<Contract> => deployOwn(chain, name, ...args);

  const wallets = BigInt(WALLETS.length);
  const weth = await chain.deploy("WETH9");
  const usdc = await chain.deploy("FixedSupplyToken", "USD Coin", "USDC", 6, wallets * STOCK.quote + POOL.quote);
  const factory = await chain.deploy("UniswapV2Factory", keeper);
  await chain.send(factory, "createPair", weth.address, usdc.address);
  const [pairAddress] = await chain.read(factory, "getPair", weth.address, usdc.address);
  const pair = { address: pairAddress as string, abi: new Interface(publishedArtifact("UniswapV2Pair").abi) };
  const feed = await deploy("FeedOracle", keeper, FIRST_PRICE);
  const { liquidationRatioPpm, penaltyPpm, minIncreasePpm, bidSeconds, auctionSeconds } = TERMS;
  const terms = [liquidationRatioPpm, penaltyPpm, minIncreasePpm, bidSeconds, auctionSeconds];
  const market = await deploy("LendingMarket", weth.address, usdc.address, feed.address, accounts[WALLETS.indexOf(LENDER)], ...terms);

  const addresses = new Map<AccountId, string>([
    ...WALLETS.map((name, i): [AccountId, string] => [name, accounts[i]!]),
    [LENDING_MARKET, market.address],
  ]);
  const names = new Map([...addresses].map(([name, address]) => [address.toLowerCase(), name]));
  const nameOf = (address: string): AccountId => names.get(`0x${address.slice(-40).toLowerCase()}`) ?? address;
  const addressOf = (account: AccountId): string => addresses.get(account) ?? account;
  const reader = await deploy("BalanceReader", pair.address, weth.address, usdc.address, ACCOUNTS.map(addressOf));

  await transact({ to: weth.address, value: quantity(wallets * STOCK.base + POOL.base), data: weth.abi.encodeFunctionData("deposit") });
  await chain.send(weth, "transfer", pair.address, POOL.base);
  await chain.send(usdc, "transfer", pair.address, POOL.quote);
  await chain.send(pair, "mint", keeper);
  for (const wallet of WALLETS.map(addressOf)) {
    if (wallet !== keeper) await chain.send(weth, "transfer", wallet, STOCK.base);
    if (wallet !== keeper) await chain.send(usdc, "transfer", wallet, STOCK.quote);
    for (const token of [weth, usdc]) await chain.sendFrom(wallet, token, "approve", market.address, unlimited);
  }

  const movementsOf = ({ logs }: Receipt): readonly Movement[] =>
    logs
      .filter(({ topics, address }) => topics[0] === transferTopic && [weth.address, usdc.address].includes(address))
      .map(({ address, topics, data }) => ({
        asset: address === weth.address ? "base" : "quote",
        from: nameOf(topics[1]!),
        to: nameOf(topics[2]!),
        amount: BigInt(data),
      }));
  const positionOf = async (borrower: AccountId): Promise<readonly [AccountId, Position]> => {
    const [collateral, debt] = (await chain.read(market, "positions", addressOf(borrower))) as unknown as [bigint, bigint];
    return [borrower, { collateral, debt }];
  };
  const auctionOf = async (id: number): Promise<readonly [number, Auction]> => {
    const words = (await chain.read(market, "auctions", id))[0] as AuctionWords;
    const { collateral, debt, tab, lot, bid, startedAt, endsAt } = words;
    const winner = BigInt(words.winner) === 0n ? null : nameOf(words.winner);
    const times = { startedAt: Number(startedAt), endsAt: Number(endsAt) };
    return [id, { borrower: nameOf(words.borrower), winner, collateral, debt, tab, lot, bid, ...times }];
  };

  return {
    ...{ chain, weth, usdc, pair, feed, market, addressOf, deploy },
    async send(time, from, contract, name, ...args) {
      await request("evm_setNextBlockTimestamp", quantity(time));
      try {
        const data = contract.abi.encodeFunctionData(name, args);
        const receipt = await transact({ from: addressOf(from), to: contract.address, data });
        return { movements: movementsOf(receipt), gas: Number(receipt.gasUsed) };
      } catch (error) {
        const reason = reasonOf(error, [market, feed, usdc, contract]);
        const { gasUsed } = (await request("eth_getBlockByNumber", "latest", false)) as { gasUsed: string };
        return { reason, movements: [], gas: Number(gasUsed) };
      }
    },
    async now() {
      return Number(((await request("eth_getBlockByNumber", "latest", false)) as { timestamp: string }).timestamp);
    },
    async balances() {
      const values = (await chain.read(reader, "read"))[0] as readonly bigint[];
      return new Map(ACCOUNTS.map((account, i) => [account, { base: values[4 * i]!, quote: values[4 * i + 1]! }]));
    },
    async state() {
      const nextId = Number(await chain.number(market, "nextId"));
      const positions = await Promise.all(ACCOUNTS.map(positionOf));
      const auctions = await Promise.all(Array.from({ length: nextId - 1 }, (_, i) => auctionOf(i + 1)));
      return {
        positions: new Map(positions.filter(([, { debt }]) => debt > 0n)),
        auctions: new Map(auctions.filter(([, { startedAt }]) => startedAt > 0)),
        nextId,
      };
    },
  };
}

const transferTopic = hashOf("Transfer(address,address,uint256)");
