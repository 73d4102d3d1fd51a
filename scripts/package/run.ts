import { attempt } from "./attempt.ts";

/**
 * Runs a command in a folder.
 *
 * @returns what it wrote to standard output
 * @throws Error with what it wrote, where it does not end well
 */
export function run(folder: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = attempt(folder, command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${String(status)}\n${stdout}\n${stderr}`);
  return stdout;
}
