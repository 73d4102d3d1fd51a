import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { errorResult, successfulResult } from "hardhat/utils/result";
import { openPoolLab } from "../venues/chain/lab/open-pool-lab.ts";
import { replayPool } from "../venues/chain/lab/invariants/replay-pool.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { parsePoolReplay } from "./matchers/pool/pool-replay-file.ts";
import { poolNamed } from "./pool-named.ts";
import { print } from "./print.ts";

/** Does to a pool once more what broke a rule, on a fresh chain, and says whether it still does; exit code 1 when so. */
export async function replayPoolFile(file: string, content: object, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  const { pool, replay } = parsePoolReplay(file, content);
  const binding = await poolNamed(hre, pool);
  await ensureBuilt(hre);
  const lab = await openPoolLab(hre.network, binding);
  const [broken] = await replayPool(lab, replay).finally(() => lab.close());
  const did = replay.operations.map(({ kind }) => kind).join(", ");
  if (broken === undefined) {
    await print(`It does not fail any more: ${pool} keeps the rule ${replay.rule} through ${did}.\n`);
    return successfulResult();
  }
  await print(`It still fails: ${pool} breaks the rule ${broken.rule} by ${did}: ${broken.text}.\n`);
  return errorResult<undefined>();
}
