import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The repository, in which commands run. */
export const project = fileURLToPath(new URL("../..", import.meta.url));

/** The command that npx starts; npx itself hands on no exit code after a signal. */
export const hardhat: readonly string[] = [process.execPath, fileURLToPath(new URL("cli.js", import.meta.resolve("hardhat")))];

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Spawned {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts a program under `CI=true`, where Hardhat shows the stack of every error, and catches what it writes. */
export function start(command: readonly string[], options: SpawnOptions = {}): Spawned {
  const environment: NodeJS.ProcessEnv = { ...process.env, CI: "true", ...options.env };
  for (const name of ["NO_COLOR", "FORCE_COLOR", "NODE_OPTIONS"]) delete environment[name];
  const child = spawn(command[0] ?? "", command.slice(1), { cwd: project, ...options, env: environment });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const ended = once(child, "close").then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...texts,
  }));
  return { child, ended };
}

/** Runs `hardhat` with these arguments to the end. */
export function runHardhat(args: readonly string[], options?: SpawnOptions): Promise<Ended> {
  return start([...hardhat, ...args], options).ended;
}
