import repository from "../../hardhat.config.ts";
import { type CrashUserConfig, default as hardhatCrash } from "../../src/index.ts";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { catchOutput } from "./catch-output.ts";
import { project } from "./spawn-hardhat.ts";
import type { TaskRun } from "./run-task.ts";

/** A project with this section of its configuration. */
export interface ConfiguredProject {
  readonly hre: HardhatRuntimeEnvironment;
  /** Runs a task by its name as the command does, with its own defaults, in a folder. */
  run(folder: string, task: readonly string[], args?: Readonly<Record<string, unknown>>): Promise<TaskRun>;
}

/** @throws Hardhat's error for a section that is not valid */
export async function projectWith(crash?: CrashUserConfig): Promise<ConfiguredProject> {
  // Contracts are compiled as the repository's are, so that nothing is compiled anew or downloaded.
  const { solidity, paths } = repository;
  const config = { plugins: [hardhatCrash], ...(crash === undefined ? {} : { crash }) };
  const compiled = { ...(solidity === undefined ? {} : { solidity }), ...(paths === undefined ? {} : { paths }) };
  const hre = await createHardhatRuntimeEnvironment({ ...config, ...compiled }, {}, project);
  return {
    hre,
    async run(folder, task, args = {}) {
      const home = process.cwd();
      process.chdir(folder);
      try {
        const { value, stdout, stderr } = await catchOutput(
          () => hre.tasks.getTask([...task]).run(args) as Promise<{ readonly success: boolean }>,
        );
        return { success: value.success, stdout, stderr };
      } finally {
        process.chdir(home);
      }
    },
  };
}
