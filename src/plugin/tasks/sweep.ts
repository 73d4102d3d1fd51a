import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { encodeSummary } from "../../report/sweep/encode-summary.ts";
import { renderSweepText } from "../../report/sweep/sweep-text.ts";
import { runSweep } from "../../sweep.ts";
import { parseAxes } from "../../sweep/plan/parse-axes.ts";
import { given, parseSeed } from "../arguments.ts";
import { checkPool } from "../check-pool.ts";
import { chooseScenario } from "../choose-scenario.ts";
import { chosen } from "../chosen.ts";
import { BUILT_IN } from "../config/built-in.ts";
import type { CrashConfig } from "../config/crash-config.ts";
import { interruptible } from "../interruptible.ts";
import { print } from "../print.ts";
import { parsePaths, parseSweepEngine, parseWhat, parseWorkers, SWEEP_DEFAULTS, type SweepArguments } from "../sweep-arguments.ts";
import { sweepProgress } from "../sweep-progress.ts";
import { sweepSettings } from "../sweep-settings.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `npx hardhat crash sweep`: reads the arguments, walks the paths, and prints what they say. */
export default async function sweep(args: SweepArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  const left = { words: "nothing was written" };
  return interruptible(
    (signal) => run(args, hre.config.crash, signal, left),
    () => left.words,
  );
}

async function run(args: SweepArguments, configured: CrashConfig, signal: AbortSignal, left: { words: string }): Promise<void> {
  checkPool(configured);
  const { scenario: name, axes: written } = parseWhat(args.what);
  const engine = parseSweepEngine(args.engine);
  const paths = parsePaths(args.paths);
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const workers = parseWorkers(args.workers);
  const path = given("path", args.path, "a CSV file", SWEEP_DEFAULTS);
  const axes = Object.fromEntries(parseAxes(written).map(({ key, values }) => [key, values]));
  const scenario = await chooseScenario(chosen(name, BUILT_IN.scenario, configured.scenario), path, signal);
  const out = given("out", args.out, "a folder", SWEEP_DEFAULTS) ?? `${configured.out}/sweep-${scenario.name}-${seed}`;

  const progress = sweepProgress(scenario.title, process.stderr, !args.quiet);
  const set = sweepSettings(args.set, configured.set, { axes: Object.keys(axes), engine, notice: progress.say });
  const summary = await runSweep({
    scenario,
    engine,
    seed,
    paths,
    axes,
    set,
    out,
    resume: args.resume,
    workers,
    signal,
    onProgress: (done, total) => {
      left.words = `${done} of ${total} paths are finished, in ${out}.partial: the same command with --resume goes on`;
      progress.onPaths(done, total);
    },
    onNotice: progress.say,
  }).finally(progress.stop);

  if (args.json) await print(encodeSummary(summary));
  else if (!args.quiet) await print(`${renderSweepText(summary, terminalOptions())}\nReport: ${out}/index.html\n`);
}
