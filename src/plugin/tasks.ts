import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { DEFAULTS } from "./arguments.ts";

/** What `npx hardhat crash --help` says; the actions load when they are called. */
export const crashTasks: TaskDefinition[] = [
  task("crash", "Drives a pool and a delta hedger through a crash, side by side")
    .addPositionalArgument({ name: "scenario", description: "Which crash; `crash list` names them", defaultValue: DEFAULTS.scenario })
    .addOption({ name: "seed", description: "Seed of all chance, a whole number", defaultValue: DEFAULTS.seed })
    .addOption({
      name: "engine",
      description: "Where blocks are executed: chain, or twin for the same without a chain",
      defaultValue: DEFAULTS.engine,
    })
    .addOption({ name: "path", description: "CSV file of prices: time,price or time,open,high,low,close", defaultValue: DEFAULTS.path })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: DEFAULTS.out })
    .addOption({ name: "set", description: "Settings, key=value[,key=value…]; `crash list` explains them", defaultValue: DEFAULTS.set })
    .addFlag({ name: "json", description: "Print result.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/crash.ts"))
    .build(),
  task(["crash", "list"], "Lists the scenarios and the settings")
    .setAction(() => import("./tasks/list.ts"))
    .build(),
  task(["crash", "replay"], "Runs a sequence of operations on the pool's bytecode and on its twin, and says where they differ")
    .addPositionalArgument({ name: "file", description: "Replay file, as the differential test writes it", defaultValue: "" })
    .setAction(() => import("./tasks/replay.ts"))
    .build(),
];
