import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { runMev } from "../../mev.ts";
import { given, parseEngine, parseSeed } from "../arguments.ts";
import { checkOutput } from "../check-output.ts";
import { checkPool } from "../check-pool.ts";
import { chooseScenario } from "../choose-scenario.ts";
import { chosen } from "../chosen.ts";
import { chosenSettings } from "../chosen-settings.ts";
import { BUILT_IN } from "../config/built-in.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { interruptible } from "../interruptible.ts";
import { leaveMevRun } from "../leave-mev-run.ts";
import { MEV_DEFAULTS, type MevArguments, parseSeeds } from "../mev-arguments.ts";
import { progressBar } from "../progress.ts";

/** `npx hardhat crash mev`: a run with searchers at work, what they took from whom, and what the run is without one of them. */
export default async function mev(args: MevArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  return interruptible((signal) => run(args, hre, signal));
}

async function run(args: MevArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const { crash: configured } = hre.config;
  checkPool(configured);
  const engine = parseEngine(chosen(args.engine, "chain", configured.engine));
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const seeds = parseSeeds(args.seeds);
  const path = given("path", args.path, "a CSV file");
  const out = given("out", args.out, "a folder", MEV_DEFAULTS);
  const set = chosenSettings(args.set, configured.set);
  const scenario = await chooseScenario(chosen(args.scenario, BUILT_IN.scenario, configured.scenario), path, signal);
  const folder = out ?? (args.json ? null : `${configured.out}/mev-${scenario.name}-${seed}`);
  if (folder !== null) await checkOutput(folder);
  if (engine === "chain") await ensureBuilt(hre);

  const progress = progressBar(scenario.title, process.stderr, !args.quiet);
  const comparison = {
    ...(args.without === MEV_DEFAULTS.without ? {} : { without: args.without }),
    ...(args.protect === MEV_DEFAULTS.protect ? {} : { protect: args.protect }),
  };
  const options = { scenario, seed, seeds, set, engine, network: hre.network, onBlock: progress.onBlock, signal, ...comparison };
  const result = await runMev(options).finally(progress.stop);

  await leaveMevRun(result, folder, args, signal);
}
