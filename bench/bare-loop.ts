import type { NetworkManager } from "hardhat/types/network";
import { CRASH_NETWORK } from "../src/venues/chain/network.ts";
import type { Measurement, MethodTime } from "./measurement.ts";
import { type Memory, memoryNow } from "./memory.ts";
import type { Recording, Request } from "./record-requests.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Makes the recorded requests again on a fresh chain, in a loop that does nothing else; its chain time is the whole loop. */
export async function timeBareLoop(network: NetworkManager, recording: Recording): Promise<Measurement> {
  const chain = new Stopwatch();
  await onFreshChain(network, recording, async (request) => {
    chain.start();
    for (const each of recording.run) await request(each);
    chain.stop();
  });
  return { chain: chain.spent, parts: {} };
}

/** What blocks of transactions need, whoever looks at them: sent, mined, their receipts read. */
const BONES = ["eth_sendTransaction", "hardhat_setNextBlockBaseFeePerGas", "evm_mine", "eth_getTransactionReceipt"];

/** The same without the requests that read balances and the reasons of reverts. */
export async function timeBones(network: NetworkManager, recording: Recording): Promise<Measurement> {
  const run = recording.run.filter((each) => BONES.includes(each.method));
  return timeBareLoop(network, { ...recording, run });
}

/** The same, each request timed: which methods the chain's time goes to. */
export async function timeMethods(network: NetworkManager, recording: Recording): Promise<Measurement> {
  const chain = new Stopwatch();
  const methods: Record<string, MethodTime> = {};
  await onFreshChain(network, recording, async (request) => {
    chain.start();
    for (const each of recording.run) {
      const from = performance.now();
      await request(each);
      const { count, wall } = methods[each.method] ?? { count: 0, wall: 0 };
      methods[each.method] = { count: count + 1, wall: wall + performance.now() - from };
    }
    chain.stop();
  });
  return { chain: chain.spent, parts: {}, methods };
}

/** The same, for the memory that the chain takes: after genesis and at the end. */
export async function weighBareLoop(network: NetworkManager, recording: Recording): Promise<readonly [Memory, Memory]> {
  const samples: Memory[] = [];
  await onFreshChain(network, recording, async (request) => {
    samples.push(await memoryNow());
    for (const each of recording.run) await request(each);
    samples.push(await memoryNow());
  });
  return samples as unknown as readonly [Memory, Memory];
}

async function onFreshChain(
  network: NetworkManager,
  recording: Recording,
  work: (request: (each: Request) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const connection = await network.create(CRASH_NETWORK);
  const { provider } = connection;
  const request = (each: Request): Promise<unknown> => provider.request(each);
  for (const each of recording.genesis) await request(each);
  await work(request);
  if (recording.lastRead !== null && (await request(recording.lastRead)) !== recording.balances)
    throw new Error("the bare loop ends with other balances than the main job");
  await connection.close();
}
