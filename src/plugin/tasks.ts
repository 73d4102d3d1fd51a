import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";

/** What `npx hardhat help crash` says; the actions load when they are called. */
export const crashTasks: TaskDefinition[] = [
  task("crash", "Drives a pool and a delta hedger through a crash, side by side")
    .addPositionalArgument({ name: "scenario", description: "Which crash; `crash list` names them", defaultValue: "" })
    .addOption({ name: "seed", description: "Seed of all chance", defaultValue: "1" })
    .addOption({ name: "engine", description: "Where blocks are executed: chain", defaultValue: "chain" })
    .addOption({ name: "path", description: "Your own prices instead of a scenario's: a CSV file", defaultValue: "" })
    .addOption({ name: "out", description: "Folder for the results", defaultValue: "" })
    .addOption({ name: "set", description: "Settings, as key=value[,key=value…]; `crash list` explains them", defaultValue: "" })
    .addFlag({ name: "json", description: "Print result.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors" })
    .setAction(() => import("./tasks/crash.ts"))
    .build(),
  task(["crash", "list"], "Lists the scenarios and the settings")
    .setAction(() => import("./tasks/list.ts"))
    .build(),
];
