import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { hasOwnArtifacts } from "../venues/chain/artifacts.ts";
import { buildQuietly } from "./build-quietly.ts";

/** Compiles our contracts in a fresh clone; the installed package ships them compiled. What the compiler says goes to standard error. */
export async function ensureBuilt(hre: HardhatRuntimeEnvironment): Promise<void> {
  if (!hasOwnArtifacts()) await buildQuietly(hre);
}
