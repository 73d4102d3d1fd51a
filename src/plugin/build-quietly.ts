import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

/** Compiles the project's contracts where they have changed. What the compiler says goes to standard error. */
export async function buildQuietly(hre: Pick<HardhatRuntimeEnvironment, "tasks">): Promise<void> {
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
