import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { successfulResult } from "hardhat/utils/result";
import { runMev } from "../../mev.ts";
import { encodeMev } from "../../report/mev/encode-mev.ts";
import { renderMev } from "../../report/mev/mev-text.ts";
import { writeResults } from "../../report/write-results.ts";
import { parseOverrides } from "../../scenarios/parse-overrides.ts";
import { given, parseEngine, parseSeed } from "../arguments.ts";
import { checkOutput } from "../check-output.ts";
import { chooseScenario } from "../choose-scenario.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { fail } from "../fail.ts";
import { listenForInterrupt } from "../interrupt.ts";
import { mevRunFiles } from "../mev-run-files.ts";
import { MEV_DEFAULTS, type MevArguments, parseSeeds } from "../mev-arguments.ts";
import { print } from "../print.ts";
import { progressBar } from "../progress.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `npx hardhat crash mev`: a run with searchers at work, what they took from whom, and what the run is without one of them. */
export default async function mev(args: MevArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  const interrupt = listenForInterrupt();
  try {
    await run(args, hre, interrupt.signal);
    return successfulResult();
  } catch (error) {
    return fail(interrupt.signal.aborted ? interrupt.signal.reason : error);
  } finally {
    interrupt.stop();
  }
}

async function run(args: MevArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const engine = parseEngine(args.engine);
  const seed = parseSeed(args.seed);
  const seeds = parseSeeds(args.seeds);
  const path = given("path", args.path, "a CSV file");
  const out = given("out", args.out, "a folder", MEV_DEFAULTS);
  const overrides = given("set", args.set, "key=value[,key=value…]");
  const set = overrides === undefined ? {} : parseOverrides(overrides);
  const scenario = await chooseScenario(args.scenario, path, signal);
  const folder = out ?? (args.json ? null : `results/mev-${scenario.name}-${seed}`);
  if (folder !== null) await checkOutput(folder);
  if (engine === "chain") await ensureBuilt(hre);

  const progress = progressBar(scenario.title, process.stderr, !args.quiet);
  const comparison = {
    ...(args.without === MEV_DEFAULTS.without ? {} : { without: args.without }),
    ...(args.protect === MEV_DEFAULTS.protect ? {} : { protect: args.protect }),
  };
  const options = { scenario, seed, seeds, set, engine, network: hre.network, onBlock: progress.onBlock, signal, ...comparison };
  const result = await runMev(options).finally(progress.stop);

  if (folder !== null) await writeResults(folder, mevRunFiles(result), { signal });
  if (args.json) await print(encodeMev(result.mev));
  else if (!args.quiet) await print(`${renderMev(result.mev, terminalOptions())}\nReport: ${folder}/index.html\n`);
}
