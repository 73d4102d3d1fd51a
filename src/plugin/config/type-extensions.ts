import type { CrashConfig } from "./crash-config.ts";
import type { CrashUserConfig } from "./crash-user-config.ts";

// With the plugin's types come those of its section of the configuration.
declare module "hardhat/types/config" {
  export interface HardhatUserConfig {
    crash?: CrashUserConfig;
  }

  export interface HardhatConfig {
    crash: CrashConfig;
  }
}
