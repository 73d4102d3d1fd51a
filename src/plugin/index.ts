import type { HardhatPlugin } from "hardhat/types/plugins";
import { crashTasks } from "./tasks.ts";

/** The Hardhat plugin: adds the task `crash`, the network that it runs on, and the section `crash` of the configuration. */
const hardhatCrash: HardhatPlugin = {
  id: "hardhat-crash",
  npmPackage: "hardhat-crash",
  hookHandlers: { config: () => import("./config-hooks.ts") },
  tasks: crashTasks,
};

export default hardhatCrash;
