import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { findScenario } from "../../scenarios/find-scenario.ts";
import { serveCrash } from "../../serve-crash.ts";
import { given, parseSeed } from "../arguments.ts";
import { checkOutput } from "../check-output.ts";
import { checkPool } from "../check-pool.ts";
import { chosen } from "../chosen.ts";
import { chosenSettings } from "../chosen-settings.ts";
import { BUILT_IN } from "../config/built-in.ts";
import { describeInvitation } from "../describe-invitation.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { interruptible } from "../interruptible.ts";
import { print } from "../print.ts";
import { progressBar } from "../progress.ts";
import { parsePace, parsePort, SERVE_DEFAULTS, type ServeArguments } from "../serve-arguments.ts";
import { leaveMevRun } from "../leave-mev-run.ts";

/** `npx hardhat crash serve`: a run that other programs join with bots of their own, and what they took from whom. */
export default async function serve(args: ServeArguments, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  return interruptible((signal) => run(args, hre, signal));
}

async function run(args: ServeArguments, hre: HardhatRuntimeEnvironment, signal: AbortSignal): Promise<void> {
  const { crash: configured } = hre.config;
  checkPool(configured);
  const seed = parseSeed(chosen(args.seed, BUILT_IN.seed, configured.seed));
  const port = parsePort(args.port);
  const pace = parsePace(args.pace);
  const out = given("out", args.out, "a folder", { ...SERVE_DEFAULTS, path: "" });
  const set = chosenSettings(args.set, configured.set);
  const scenario = findScenario(chosen(args.scenario, BUILT_IN.scenario, configured.scenario));
  const folder = out ?? (args.json ? null : `${configured.out}/serve-${scenario.name}-${seed}`);
  if (folder !== null) await checkOutput(folder);
  await ensureBuilt(hre);

  const progress = progressBar(scenario.title, process.stderr, !args.quiet);
  const { onBlock, stop } = progress;
  const result = await serveCrash({
    scenario,
    seed,
    set,
    port,
    pace,
    network: hre.network,
    onBlock,
    signal,
    // Standard output is for the result where that is asked for.
    onOpen: async (invitation) => {
      const text = describeInvitation(invitation, pace, scenario.title);
      if (args.json) process.stderr.write(args.quiet ? "" : text);
      else if (!args.quiet) await print(text);
    },
  }).finally(stop);

  await leaveMevRun(result, folder, args, signal);
}
