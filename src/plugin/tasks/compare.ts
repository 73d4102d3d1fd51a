import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { runCompare } from "../../compare.ts";
import { compareFiles } from "../../report/compare/compare-files.ts";
import { renderComparison } from "../../report/compare/compare-terminal.ts";
import { encodeCompare } from "../../report/compare/encode-compare.ts";
import { findScenario } from "../../scenarios/find-scenario.ts";
import { given, parseEngine, parseSeed } from "../arguments.ts";
import { checkOutput } from "../check-output.ts";
import { checkPool } from "../check-pool.ts";
import { chosen } from "../chosen.ts";
import { chosenSettings } from "../chosen-settings.ts";
import { COMPARE_DEFAULTS, type CompareArguments, parsePair } from "../compare-arguments.ts";
import { BUILT_IN } from "../config/built-in.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { interruptible } from "../interruptible.ts";
import { leave } from "../leave.ts";
import { parseSeeds } from "../mev-arguments.ts";
import { progressBar } from "../progress.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `npx hardhat crash compare`: two crashes over the same seeds, what feeds a fall and what leans against it, and the answer to the question of this project. */
export default async function compare(args: CompareArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  return interruptible((signal) => run(args, hre, signal));
}

async function run(args: CompareArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const { crash: configured } = hre.config;
  checkPool(configured);
  const scenarios = parsePair(args.scenarios).map(findScenario);
  const engine = parseEngine(chosen(args.engine, "twin", configured.engine));
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const seeds = parseSeeds(args.seeds);
  const out = given("out", args.out, "a folder", COMPARE_DEFAULTS);
  const set = chosenSettings(args.set, configured.set);
  const folder = out ?? (args.json ? null : `${configured.out}/compare-${scenarios.map(({ name }) => name).join("-")}-${seed}`);
  if (folder !== null) await checkOutput(folder);
  if (engine === "chain") await ensureBuilt(hre);

  const progress = progressBar("two crashes", process.stderr, !args.quiet, "run");
  const onRun = (begun: number, runs: number): void => progress.onBlock(begun - 1, runs);
  const options = { scenarios, seed, seeds, set, engine, network: hre.network, onRun, signal };
  const comparison = await runCompare(options).finally(progress.stop);

  const text = (): string => renderComparison(comparison, terminalOptions());
  await leave({ files: () => compareFiles(comparison), json: () => encodeCompare(comparison), text }, folder, args, signal);
}
