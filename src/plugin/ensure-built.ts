import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { hasOwnArtifacts } from "../venues/chain/artifacts.ts";

/** Compiles our contracts in a fresh clone; the installed package ships them compiled. What the compiler says goes to standard error. */
export async function ensureBuilt(hre: HardhatRuntimeEnvironment): Promise<void> {
  if (hasOwnArtifacts()) return;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  try {
    await hre.tasks.getTask("build").run({ quiet: true });
  } finally {
    process.stdout.write = write;
  }
}
