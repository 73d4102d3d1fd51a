import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import hre from "hardhat";
import type { Task, TaskArguments } from "hardhat/types/tasks";
import { type Caught, catchOutput } from "../plugin/catch-output.ts";

/** How Hardhat's command line reads its arguments. */
interface Parser {
  parseRawArguments(raw: string[]): string[];
  parseTask(args: string[], used: boolean[], tasks: Map<string, Task>): Task | string[];
  parseTaskArguments(args: string[], used: boolean[], task: Task): TaskArguments;
}

const parser = (await import(new URL("internal/cli/parser.js", import.meta.resolve("hardhat")).href)) as Parser;

/** The words of a command as a shell reads them: a comment is none, and single quotes hold together. */
function wordsOf(command: string): readonly string[] {
  return [...command.replace(/(^|\s)#.*$/, "").matchAll(/'([^']*)'|[^\s']+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Arguments with others beside them: settings are added, another value of an option takes the place of the first, and what the task does not know is left out. */
function together(args: readonly string[], extra: readonly string[], task: Task): string[] {
  const all = [...args];
  for (let i = 0; i < extra.length; i += 2) {
    const [option = "", value = ""] = [extra[i], extra[i + 1]];
    if (!task.options.has(option.slice(2))) continue;
    const at = all.indexOf(option);
    if (at < 0) all.push(option, value);
    else all[at + 1] = option === "--set" ? `${all[at + 1] ?? ""},${value}` : value;
  }
  return all;
}

/**
 * Runs a line of a block of commands in this process and the working folder, as Hardhat's command line would; standard output goes to a file where the line says so.
 *
 * @param extra arguments for it beside its own
 * @throws Error for a line that is no command of this kind, and for one that fails
 */
export async function runCommand(line: string, extra: string): Promise<Caught<unknown>> {
  const [npx, hardhat, ...rest] = wordsOf(line);
  if (npx !== "npx" || hardhat !== "hardhat") throw new Error(`not a command that can be run here: ${line}`);
  const to = rest.indexOf(">");
  const given = parser.parseRawArguments(to < 0 ? rest : rest.slice(0, to));
  const task = parser.parseTask(
    [...given],
    given.map(() => false),
    hre.tasks.rootTasks,
  );
  if (Array.isArray(task)) throw new Error(`there is no such task: ${line}`);
  const args = together(given, wordsOf(extra), task);
  const used = args.map(() => false);
  parser.parseTask(args, used, hre.tasks.rootTasks);
  const taskArguments = parser.parseTaskArguments(args, used, task);
  const caught = await catchOutput(() => task.run(taskArguments) as Promise<{ readonly success?: boolean } | undefined>);
  if (caught.value?.success !== true) throw new Error(`failed: ${args.join(" ")}\n${caught.stderr}`);
  const file = to < 0 ? undefined : rest[to + 1];
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, caught.stdout);
  }
  return caught;
}
