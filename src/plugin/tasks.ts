import { task } from "hardhat/config";
import type { TaskDefinition } from "hardhat/types/tasks";
import { DEFAULTS } from "./arguments.ts";
import { COMPARE_DEFAULTS } from "./compare-arguments.ts";
import { MEV_DEFAULTS } from "./mev-arguments.ts";
import { PROBE_DEFAULTS } from "./probe-arguments.ts";
import { REPLAY_DEFAULTS } from "./replay-arguments.ts";
import { SERVE_DEFAULTS } from "./serve-arguments.ts";
import { SWEEP_DEFAULTS } from "./sweep-arguments.ts";

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
    .addOption({
      name: "pool",
      description: "Which pool: a name of crash.pools, a contract of the project, or the path of a module that exports a binding",
      defaultValue: DEFAULTS.pool,
    })
    .addOption({ name: "path", description: "CSV file of prices: time,price or time,open,high,low,close", defaultValue: DEFAULTS.path })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: DEFAULTS.out })
    .addOption({
      name: "set",
      description: "Settings, key=value[,key=value…], over the configuration's; `crash list` explains them",
      defaultValue: DEFAULTS.set,
    })
    .addFlag({ name: "json", description: "Print result.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/crash.ts"))
    .build(),
  task(["crash", "list"], "Lists the scenarios and the settings")
    .setAction(() => import("./tasks/list.ts"))
    .build(),
  task(["crash", "sweep"], "Walks many paths through the books, for every combination of the axes' values")
    .addVariadicArgument({
      name: "what",
      description: "A scenario or a law of prices, and axes as key=value,value…; `crash list` names them",
      defaultValue: [SWEEP_DEFAULTS.scenario],
    })
    .addOption({
      name: "engine",
      description: "How paths are walked: kernel, or twin for the whole engine, with traders and gas, some 300 times as slow",
      defaultValue: SWEEP_DEFAULTS.engine,
    })
    .addOption({ name: "paths", description: "Paths for every combination, a whole number", defaultValue: SWEEP_DEFAULTS.paths })
    .addOption({ name: "seed", description: "Seed of all chance, a whole number", defaultValue: SWEEP_DEFAULTS.seed })
    .addOption({
      name: "set",
      description: "Settings, key=value[,key=value…], over the configuration's; `crash list` explains them",
      defaultValue: SWEEP_DEFAULTS.set,
    })
    .addOption({
      name: "path",
      description: "CSV file of prices: time,price or time,open,high,low,close",
      defaultValue: SWEEP_DEFAULTS.path,
    })
    .addOption({ name: "out", description: "Folder for the results", defaultValue: SWEEP_DEFAULTS.out })
    .addOption({ name: "workers", description: "Threads that walk paths", defaultValue: SWEEP_DEFAULTS.workers })
    .addFlag({ name: "resume", description: "Go on with an unfinished sweep of the same settings" })
    .addFlag({ name: "json", description: "Print summary.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/sweep.ts"))
    .build(),
  task(["crash", "mev"], "Runs a crash with rival searchers, and says who took what from whom")
    .addPositionalArgument({ name: "scenario", description: "Which crash; `crash list` names them", defaultValue: MEV_DEFAULTS.scenario })
    .addOption({ name: "seed", description: "Seed of all chance, a whole number", defaultValue: MEV_DEFAULTS.seed })
    .addOption({
      name: "engine",
      description: "Where blocks are executed: chain, or twin for the same without a chain",
      defaultValue: MEV_DEFAULTS.engine,
    })
    .addOption({
      name: "without",
      description: "Compare with the same run without: sandwich, back-run, cross-pool, arbitrage, competition, liquidation or congestion",
      defaultValue: MEV_DEFAULTS.without,
    })
    .addOption({
      name: "protect",
      description: "Traders protect themselves, compared with the same run without: private, or slippage=SHARE",
      defaultValue: MEV_DEFAULTS.protect,
    })
    .addOption({ name: "seeds", description: "Seeds that are compared, on the twin", defaultValue: MEV_DEFAULTS.seeds })
    .addOption({ name: "path", description: "CSV file of prices: time,price or time,open,high,low,close", defaultValue: MEV_DEFAULTS.path })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: MEV_DEFAULTS.out })
    .addOption({
      name: "set",
      description: "Settings, key=value[,key=value…], over the configuration's; `crash list` explains them",
      defaultValue: MEV_DEFAULTS.set,
    })
    .addFlag({ name: "json", description: "Print mev.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/mev.ts"))
    .build(),
  task(["crash", "compare"], "Puts two crashes side by side, and says where a pool and a delta hedger are alike and where opposite")
    .addVariadicArgument({
      name: "scenarios",
      description: "Two scenarios; `crash list` names them",
      defaultValue: [...COMPARE_DEFAULTS.scenarios],
    })
    .addOption({ name: "seed", description: "First seed of all chance, a whole number", defaultValue: COMPARE_DEFAULTS.seed })
    .addOption({ name: "seeds", description: "Over how many seeds; intervals want three", defaultValue: COMPARE_DEFAULTS.seeds })
    .addOption({
      name: "engine",
      description: "Where blocks of the scenarios are executed: twin, or chain, which is some twenty times as slow",
      defaultValue: COMPARE_DEFAULTS.engine,
    })
    .addOption({
      name: "set",
      description: "Settings of both scenarios, key=value[,key=value…], over the configuration's; `crash list` explains them",
      defaultValue: COMPARE_DEFAULTS.set,
    })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: COMPARE_DEFAULTS.out })
    .addFlag({ name: "json", description: "Print compare.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/compare.ts"))
    .build(),
  task(["crash", "probe"], "Says how a pool behaves, in numbers and scores, beside another one")
    .addOption({
      name: "pool",
      description: "A contract's name, a module with a binding (./pools/mine.ts), uniswap-v2, or an address on the network of --network",
      defaultValue: PROBE_DEFAULTS.pool,
    })
    .addOption({
      name: "fee",
      description:
        "What its swaps leave in it: a share such as 0.0025, or a function of its own that says it in parts of a million, such as feePpm()",
      defaultValue: PROBE_DEFAULTS.fee,
    })
    .addOption({ name: "against", description: "Another one, named in the same ways, or none", defaultValue: PROBE_DEFAULTS.against })
    .addOption({ name: "value", description: "What a pool that is deployed is filled with, in quote", defaultValue: PROBE_DEFAULTS.value })
    .addOption({ name: "price", description: "Its price, quote for a base", defaultValue: PROBE_DEFAULTS.price })
    .addOption({ name: "seed", description: "Seed of all chance, a whole number", defaultValue: PROBE_DEFAULTS.seed })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: PROBE_DEFAULTS.out })
    .addFlag({ name: "json", description: "Print probe.json on standard output, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/probe.ts"))
    .build(),
  task(["crash", "serve"], "Runs a crash as a JSON-RPC node on this machine that your own bot can join")
    .addPositionalArgument({ name: "scenario", description: "Which crash; `crash list` names them", defaultValue: SERVE_DEFAULTS.scenario })
    .addOption({ name: "seed", description: "Seed of all chance, a whole number", defaultValue: SERVE_DEFAULTS.seed })
    .addOption({ name: "port", description: "Port to listen at, 0 for any that is free", defaultValue: SERVE_DEFAULTS.port })
    .addOption({
      name: "pace",
      description: "real, how many times as fast, or step: a block for every call of crash_step",
      defaultValue: SERVE_DEFAULTS.pace,
    })
    .addOption({
      name: "set",
      description: "Settings, key=value[,key=value…], over the configuration's; `crash list` explains them",
      defaultValue: SERVE_DEFAULTS.set,
    })
    .addOption({ name: "out", description: "Folder for the results; with --json none unless named", defaultValue: SERVE_DEFAULTS.out })
    .addFlag({ name: "json", description: "Print mev.json on standard output at the end, and nothing else there" })
    .addFlag({ name: "quiet", description: "Print nothing but errors, and what --json asks for" })
    .setAction(() => import("./tasks/serve.ts"))
    .build(),
  task(
    ["crash", "replay"],
    "Runs again what failed: a run that a matcher was asked about, or operations on the pool's bytecode and on its twin",
  )
    .addPositionalArgument({
      name: "file",
      description: "Replay file, as a failed assertion or the differential test writes it",
      defaultValue: "",
    })
    .addOption({ name: "out", description: "Folder for the report of a run", defaultValue: REPLAY_DEFAULTS.out })
    .setAction(() => import("./tasks/replay.ts"))
    .build(),
];
