import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { shortened } from "./main-job.ts";
import type { Measurement } from "./measurement.ts";
import { now, Stopwatch } from "./stopwatch.ts";

/**
 * Runs the default command, `hardhat crash`, from its task; its chain time is what passes inside the requests from the first block to the last.
 * The part `process` is everything since the process began.
 *
 * @param genesisRequests how many requests build the chain before the first block; they are not counted as the chain's
 */
export async function timeCommand(
  hre: HardhatRuntimeEnvironment,
  blocks: number | null,
  out: string,
  genesisRequests: number,
): Promise<Measurement> {
  const begun = now();
  const chain = new Stopwatch();
  let requests = 0;
  const create = hre.network.create.bind(hre.network);
  const tapped = async (name: string): ReturnType<typeof create> => {
    const connection = await create(name);
    const { provider } = connection;
    const request = provider.request.bind(provider);
    provider.request = async (asked): Promise<unknown> => {
      requests += 1;
      if (requests <= genesisRequests) return request(asked);
      chain.start();
      try {
        return await request(asked);
      } finally {
        chain.stop();
      }
    };
    return connection;
  };
  hre.network.create = tapped as typeof create;
  const set = Object.entries(shortened(blocks)).map(([key, value]) => `${key}=${value}`);
  await hre.tasks.getTask("crash").run({ out, ...(set.length === 0 ? {} : { set: set.join(",") }) });
  if (requests <= genesisRequests || process.exitCode === 1) throw new Error("the command failed");
  return { chain: chain.spent, parts: { startup: begun, process: now() } };
}
