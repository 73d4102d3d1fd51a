import { cpSync, globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readBlocks } from "../../test/docs/read-blocks.ts";
import { attempt } from "./attempt.ts";
import { changeSource } from "./change-source.ts";
import { expectLines } from "./expect-lines.ts";
import { run } from "./run.ts";

const STRICT = ["--noEmit", "--ignoreConfig", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "--allowImportingTsExtensions"];
const MODULES = ["--target", "es2023", "--module", "nodenext", "--moduleResolution", "nodenext", "--types", "node,mocha"];

/**
 * Copies an example into a project that has the packages, compiles it against their types, runs its tests, and holds its README to them: a block `text` is what the tests print, and
 * after a block `diff`, which is a way to break the contract, they have to fail.
 *
 * @param example folder in the repository
 * @throws Error with what went otherwise
 */
export function checkExample(example: string, project: string): void {
  const folder = path.join(project, path.basename(example));
  cpSync(example, folder, {
    recursive: true,
    filter: (source) => !["node_modules", "artifacts", "cache"].includes(path.basename(source)),
  });
  run(folder, "npx", "tsc", ...STRICT, ...MODULES, ...globSync("{*.ts,test/*.ts}", { cwd: folder }));

  let [isBroken, shown] = [false, 0];
  for (const { place, language, text } of readBlocks(pathToFileURL(`${folder}${path.sep}`).href, "README.md")) {
    if (language === "diff") {
      changeSource(folder, text);
      isBroken = true;
    }
    if (language !== "text") continue;
    const { status, stdout, stderr } = attempt(folder, "npx", "hardhat", "test");
    if ((status === 0) === isBroken)
      throw new Error(`${path.basename(example)}/${place}: the tests ended with ${String(status)}\n${stdout}\n${stderr}`);
    expectLines(`${stdout}\n${stderr}`, text, `${path.basename(example)}/${place}`);
    shown += 1;
  }
  if (shown === 0) throw new Error(`the README of ${path.basename(example)} shows nothing of its tests`);
}
