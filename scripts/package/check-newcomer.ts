import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readBlocks } from "../../test/docs/read-blocks.ts";
import { attempt, type Attempt } from "./attempt.ts";
import { expectLines } from "./expect-lines.ts";
import { versions } from "./versions.ts";

const PAGE = "docs/guide/own-pool.md";
/** What the page says that it takes. */
const COMMANDS = 6;
const LINES = 19;

interface Followed {
  readonly folder: string;
  readonly tarball: string;
  readonly root: string;
  /** Folder of the Node that Hardhat wants. */
  readonly node: string;
}

/**
 * Follows the guide to a pool of one's own, step by step as it stands, from an empty folder to its test, which has to fail with what the page says. Where it installs, the package is the
 * packed one, and the others have the versions of the repository.
 *
 * @throws Error for a step that fails, for a test that does not, and for other numbers of commands and lines than the page says
 */
export function checkNewcomer(place: Followed): void {
  process.env["PATH"] = `${place.node}:${process.env["PATH"] ?? ""}`;
  const steps = readBlocks(pathToFileURL(`${place.root}${path.sep}`).href, PAGE);
  let [commands, lines] = [0, 0];
  let last: Attempt | null = null;
  for (const { place: where, language, text } of steps) {
    const [, file] = /^\/\/ (\S+\.ts)\n/.exec(text) ?? [];
    if (language === "ts" && file !== undefined) {
      lines += text.split("\n").filter((line) => !/^\s*(?:\/\/|$)/.test(line)).length;
      mkdirSync(path.dirname(path.join(place.folder, file)), { recursive: true });
      writeFileSync(path.join(place.folder, file), `${text}\n`);
    }
    if (language === "text" && last !== null) expectLines(`${last.stdout}\n${last.stderr}`, text, where);
    if (language !== "sh") continue;
    for (const line of text.split("\n")) {
      if (last !== null && last.status !== 0) throw new Error(`${where}: a step before ended badly\n${last.stdout}\n${last.stderr}`);
      last = attempt(place.folder, "sh", "-c", withVersions(line, place));
      commands += 1;
    }
  }
  if (last?.status !== 1 || !last.stdout.includes("AssertionError"))
    throw new Error(`${PAGE}: the last command is the test that fails, and ended with ${String(last?.status)}\n${last?.stdout ?? ""}`);
  if (commands !== COMMANDS || lines !== LINES)
    throw new Error(`${PAGE} takes ${commands} commands and ${lines} lines, where it says ${COMMANDS} and ${LINES}`);
  console.log(`from an empty folder to a crash test that fails: ${commands} commands and ${lines} lines`);
}

/** Names of packages without a version get one. */
function withVersions(line: string, { tarball, root }: Followed): string {
  const [command = "", names] = line.split(/(?<=^npm install --save-dev) /);
  if (names === undefined) return line;
  const own = versions(root);
  const installed = names
    .split(" ")
    .map((name) => (name === "hardhat-crash" ? tarball : own.has(name) && !/.@/.test(name) ? `${name}@${own.get(name) ?? ""}` : name));
  return `${command} ${installed.join(" ")}`;
}
