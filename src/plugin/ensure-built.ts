import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { hasOwnArtifacts } from "../venues/chain/artifacts.ts";

/** Compiles our contracts in a fresh clone; the installed package ships them compiled. What the compiler says goes to standard error. */
export async function ensureBuilt(hre: HardhatRuntimeEnvironment): Promise<void> {
  if (hasOwnArtifacts()) return;
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  // A quiet build still writes an empty line.
  stdout.write = (text: string | Uint8Array) => text.toString().trim() === "" || stderr.write(text);
  try {
    await hre.tasks.getTask("build").run({ quiet: true });
  } finally {
    stdout.write = write;
  }
}
