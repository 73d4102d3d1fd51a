import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { runMev } from "../../mev.ts";
import { parseOverrides } from "../../scenarios/parse-overrides.ts";
import { given, parseEngine, parseSeed } from "../arguments.ts";
import { checkOutput } from "../check-output.ts";
import { chooseScenario } from "../choose-scenario.ts";
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

  await leaveMevRun(result, folder, args, signal);
}
