import { spawnSync } from "node:child_process";

/** How a command ended, and what it wrote. */
export interface Attempt {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a folder to its end, however it ends. */
export function attempt(folder: string, command: string, ...args: readonly string[]): Attempt {
  console.log(`> ${command} ${args.join(" ")}`);
  // npm is a script on Windows, and a script needs a shell there.
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  return { status, stdout, stderr };
}
