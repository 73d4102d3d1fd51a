/**
 * What it costs to build and execute blocks of 100 competing transactions on the chain, and to try bundles first: `hardhat run bench/competing-blocks.ts`.
 * The other side is a bare loop of the very same transactions with every fee field set: sent, mined, receipts read. Rounds alternate in one process; the first is
 * thrown away. Ends with exit code 1 when a limit is broken; BENCH_ROUNDS sets how often (5), BENCH_UPDATE=1 writes baseline.json.
 */
import hre from "hardhat";
import type { BlockEnv, Bundle, Endowment, Genesis, Tx, Venue } from "../src/core/words.ts";
import { buildBlock } from "../src/mempool/build-block.ts";
import { gasLimitOf } from "../src/mempool/gas-schedule.ts";
import { emptyMempool, type Mempool, submit } from "../src/mempool/mempool.ts";
import { bundleAuction } from "../src/mempool/ordering/bundle-auction.ts";
import { openChainVenue } from "../src/venues/chain/chain-venue.ts";
import { CRASH_NETWORK } from "../src/venues/chain/network.ts";
import type { Provider } from "../src/venues/chain/rpc.ts";
import { report } from "./report.ts";
import { row } from "./row.ts";
import { median } from "./statistics.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "5");
const BLOCKS = 20;
const TRANSACTIONS = 100;
const ETHER = 10n ** 18n;
const GWEI = 10n ** 9n;
const START = Date.UTC(2021, 4, 19) / 1000;
/** Of a block, bundles of this many transactions where there are bundles. */
const BUNDLE = 2;
/** What a block of 100 needs. */
const GAS_LIMIT = 20_000_000;
const BONES = ["eth_sendTransaction", "hardhat_setNextBlockBaseFeePerGas", "evm_mine", "eth_getTransactionReceipt"];

const names = Array.from({ length: TRANSACTIONS }, (_, i) => `arbitrageur-${i + 1}`);
const genesis: Genesis = {
  timestamp: START,
  pool: { base: 100_000n * ETHER, quote: 200_000_000n * 10n ** 6n },
  sidePool: null,
  lending: null,
  lpSharePpm: 100_000,
  endowments: [
    ...["lp", "other-lps", "bridge"].map((account): Endowment => ({ account, type: "wallet", base: 0n, quote: 0n, gas: 0n })),
    ...names.flatMap((account): Endowment[] => [
      { account, type: "wallet", base: 0n, quote: 0n, gas: 100n * ETHER },
      { account: `${account}-executor`, type: "executor", owner: account, base: 100n * ETHER, quote: 200_000n * 10n ** 6n, gas: 0n },
    ]),
  ],
};

/** A block's transactions: everybody swaps, one way or the other, and bids another price. */
function txsOf(block: number): readonly Tx[] {
  return names.map((from, i) => {
    const price = BigInt(20 + ((i * 37) % 100)) * GWEI;
    const side = i % 2 === 0 ? "sell" : "buy";
    const amountIn = side === "sell" ? ETHER / 10n : 200n * 10n ** 6n;
    return {
      id: block * TRANSACTIONS + i,
      from,
      sender: "arbitrageur",
      nonce: block - 1,
      action: { kind: "arbitrage", side, amountIn, minAmountOut: 1n },
      maxFeePerGas: price,
      maxPriorityFeePerGas: price,
      submitted: block,
      priced: block,
    };
  });
}

function bundlesOf(txs: readonly Tx[], block: number, count: number): readonly Bundle[] {
  return Array.from({ length: count }, (_, i) => ({
    id: i,
    from: txs[i * BUNDLE]!.from,
    sender: "arbitrageur",
    txs: txs.slice(i * BUNDLE, (i + 1) * BUNDLE),
    mayRevert: [],
    block,
  }));
}

interface Recorded {
  readonly method: string;
  readonly params?: readonly unknown[] | object;
}

/** Milliseconds from the first block to the last, and the requests that were made. */
async function ours(
  bundles: number,
): Promise<{ readonly wall: number; readonly requests: readonly Recorded[]; readonly genesis: readonly Recorded[] }> {
  const connection = await hre.network.create(CRASH_NETWORK);
  const all: Recorded[] = [];
  const provider: Provider = {
    request(args) {
      all.push(args);
      return connection.provider.request(args);
    },
  };
  const venue = await openChainVenue(provider, genesis, { gasLimitOf, close: () => connection.close() });
  const first = all.length;
  const from = performance.now();
  for (let block = 1; block <= BLOCKS; block += 1) await step(venue, block, bundles);
  const wall = performance.now() - from;
  await venue.close();
  return { wall, requests: all.slice(first), genesis: all.slice(0, first) };
}

async function step(venue: Venue, block: number, count: number): Promise<void> {
  const txs = txsOf(block);
  const env: BlockEnv = { number: block, timestamp: START + 13 * block, baseFee: 0n };
  const mempool: Mempool = txs.slice(count * BUNDLE).reduce(submitAny, emptyMempool);
  const rules = { baseFee: 0n, floor: 0n, gasLimit: GAS_LIMIT };
  const bundles = bundlesOf(txs, block, count);
  const nonces = { ...mempool, nextNonce: new Map(txs.map(({ from, nonce }) => [from, mempool.nextNonce.get(from) ?? nonce])) };
  const built = await buildBlock({ mempool: nonces, bundles }, rules, {
    ordering: bundleAuction,
    random: () => 0,
    openTrial: () => venue.trial(env),
  });
  if (built.ordered.length !== TRANSACTIONS) throw new Error(`a block of ${built.ordered.length}`);
  const outcomes = await venue.execute(env, built.ordered);
  if (outcomes.some(({ success }) => !success)) throw new Error("a swap was reverted");
}

/** Into a mempool that knows how many transactions the account has sent before. */
function submitAny(mempool: Mempool, tx: Tx): Mempool {
  return submit({ ...mempool, nextNonce: new Map(mempool.nextNonce).set(tx.from, tx.nonce) }, tx);
}

/** The same transactions in a loop that does nothing else. */
async function bare(recorded: Awaited<ReturnType<typeof ours>>): Promise<number> {
  const connection = await hre.network.create(CRASH_NETWORK);
  for (const each of recorded.genesis) await connection.provider.request(each);
  const bones = recorded.requests.filter(({ method }) => BONES.includes(method));
  const from = performance.now();
  for (const each of bones) await connection.provider.request(each);
  const wall = performance.now() - from;
  await connection.close();
  return wall;
}

const plain: number[] = [];
const tried: number[] = [];
const linear: number[] = [];
const rates: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const single = await ours(0);
  const floor = await bare(single);
  const all = await ours(TRANSACTIONS / BUNDLE);
  const half = await ours(TRANSACTIONS / BUNDLE / 2);
  if (round === 0) continue;
  plain.push(single.wall / floor);
  tried.push(all.wall / floor);
  linear.push((all.wall - single.wall) / (2 * (half.wall - single.wall)));
  rates.push((BLOCKS * TRANSACTIONS * 1000) / single.wall);
  console.log(
    `Round ${round}: bare ${Math.round(floor)} ms, blocks ${Math.round(single.wall)} ms, with 25 bundles ${Math.round(half.wall)} ms, with 50 ${Math.round(all.wall)} ms`,
  );
}
console.log(`${Math.round(median(rates))} transactions a second without bundles`);
report("competing-blocks", { pinned: false, rounds: ROUNDS, size: { blocks: BLOCKS, transactions: TRANSACTIONS } }, [
  row("blocks/bare", "blocks of 100 transactions, built and executed, over the bare loop of the same transactions", { atMost: 1.5 }, plain),
  row("bundles/bare", "the same as 50 bundles, each tried first, over the bare loop of the same transactions", { atMost: 2.5 }, tried),
  row("linear", "what 50 bundles add, over twice what 25 add", { atMost: 1.2 }, linear),
]);
