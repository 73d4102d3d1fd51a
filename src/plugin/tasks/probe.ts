import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import type { PoolBinding } from "../../venues/chain/pool-binding.ts";
import { runProbe, type StandingPool } from "../../probe.ts";
import { encodeProbe } from "../../report/probe/encode-probe.ts";
import { probeFiles } from "../../report/probe/probe-files.ts";
import { renderProbe } from "../../report/probe/probe-terminal.ts";
import { given, parseSeed } from "../arguments.ts";
import { buildQuietly } from "../build-quietly.ts";
import { checkOutput } from "../check-output.ts";
import { chosen } from "../chosen.ts";
import { BUILT_IN } from "../config/built-in.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { interruptible } from "../interruptible.ts";
import { leave } from "../leave.ts";
import { isContractName } from "../pool-named.ts";
import { type PoolAddress, poolPlace } from "../pool-place.ts";
import { NO_POOL, parseAmount, parseFee, PROBE_DEFAULTS, type ProbeArguments } from "../probe-arguments.ts";
import { progressBar } from "../progress.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `npx hardhat crash probe`: how a pool behaves, beside another one. */
export default async function probe(args: ProbeArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  return interruptible((signal) => run(args, hre, signal));
}

async function run(args: ProbeArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const { crash: configured } = hre.config;
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const named = chosen(args.pool, BUILT_IN.pool, configured.pool);
  const fee = parseFee(args.fee);
  const [value, price] = [parseAmount("value", args.value), parseAmount("price", args.price)];
  const out = given("out", args.out, "a folder", { ...PROBE_DEFAULTS, path: "", set: "" });
  await ensureBuilt(hre);
  if ([named, args.against].some((name) => name !== NO_POOL && isContractName(hre, name))) await buildQuietly(hre);
  const pool = await poolPlace(hre, named, fee);
  const other = args.against === NO_POOL ? null : await poolPlace(hre, args.against);
  const folder = out ?? (args.json ? null : `${configured.out}/probe-${"address" in pool ? pool.address : pool.name}-${seed}`);
  if (folder !== null) await checkOutput(folder);

  // One connection for both: a network of Hardhat's in this process would be another one for the second.
  const connection = [pool, other].some((each) => each !== null && "address" in each) ? await hre.network.create() : null;
  const standing = (each: PoolBinding | PoolAddress): PoolBinding | StandingPool => {
    if (!("address" in each)) return each;
    const { fee: share, feeGetter } = fee;
    const terms = feeGetter === undefined ? { fee: share ?? 0.003 } : { fee: null, feeGetter };
    return { address: each.address, provider: connection!.provider, terms: each === pool ? terms : { fee: 0.003 } };
  };
  const progress = progressBar(`probe ${named}`, process.stderr, !args.quiet, "probe");
  try {
    const result = await runProbe({
      pool: standing(pool),
      // Nobody is compared with oneself.
      ...(args.against === named || other === null ? { against: null } : { against: standing(other) }),
      value,
      price,
      seed,
      network: hre.network,
      onProbe: progress.onBlock,
      signal,
    });
    progress.stop();
    const text = (): string => renderProbe(result, terminalOptions());
    await leave({ files: () => probeFiles(result), json: () => encodeProbe(result), text }, folder, args, signal);
  } finally {
    progress.stop();
    await connection?.close();
  }
}
