import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { runCrash } from "../../crash.ts";
import { encodeResult } from "../../report/encode-result.ts";
import { resultFiles } from "../../report/result-files.ts";
import { renderStatement } from "../../report/terminal.ts";
import { type CrashArguments, given, parseEngine, parseSeed } from "../arguments.ts";
import { buildQuietly } from "../build-quietly.ts";
import { checkOutput } from "../check-output.ts";
import { chooseScenario } from "../choose-scenario.ts";
import { chosen } from "../chosen.ts";
import { chosenSettings } from "../chosen-settings.ts";
import { BUILT_IN } from "../config/built-in.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { interruptible } from "../interruptible.ts";
import { leave } from "../leave.ts";
import { isContractName, poolNamed } from "../pool-named.ts";
import { progressBar } from "../progress.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `npx hardhat crash`: reads the arguments, runs, writes the results whole, and prints the statement. */
export default async function crash(args: CrashArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  return interruptible((signal) => run(args, hre, signal));
}

async function run(args: CrashArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const { crash: configured } = hre.config;
  const engine = parseEngine(chosen(args.engine, "chain", configured.engine));
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const poolName = chosen(args.pool, BUILT_IN.pool, configured.pool);
  const path = given("path", args.path, "a CSV file");
  const out = given("out", args.out, "a folder");
  const set = chosenSettings(args.set, configured.set);
  const scenario = await chooseScenario(chosen(args.scenario, BUILT_IN.scenario, configured.scenario), path, signal);
  const folder = out ?? (args.json ? null : `${configured.out}/${scenario.name}-${seed}`);
  if (folder !== null) await checkOutput(folder);
  if (engine === "chain") await ensureBuilt(hre);
  if (isContractName(hre, poolName)) await buildQuietly(hre);
  const pool = poolName === BUILT_IN.pool ? {} : { pool: await poolNamed(hre, poolName) };

  const progress = progressBar(scenario.title, process.stderr, !args.quiet);
  const options = { ...pool, scenario, seed, set, engine, network: hre.network, onBlock: progress.onBlock, signal };
  const result = await runCrash(options).finally(progress.stop);

  const text = (): string => renderStatement(result, terminalOptions());
  await leave({ files: () => resultFiles(result), json: () => encodeResult(result), text }, folder, args, signal);
}
