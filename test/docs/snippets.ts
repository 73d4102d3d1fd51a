import { globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, describe, it } from "mocha";
import { catchOutput } from "../plugin/catch-output.ts";
import { asModule, isTest } from "./as-module.ts";
import { type Block, readBlocks } from "./read-blocks.ts";
import { runCommand } from "./run-command.ts";
import { typeCheck } from "./type-check.ts";

const root = new URL("../../", import.meta.url);
const folder = fileURLToPath(root);
const doors = {
  "hardhat-crash": new URL("src/index.ts", root).href,
  "hardhat-crash/matchers": new URL("src/plugin/matchers/matchers.ts", root).href,
};
const documents = ["README.md", ...globSync("docs/guide/*.md", { cwd: folder }).map((file) => file.replaceAll("\\", "/"))].sort();
const blocks = new Map(documents.map((file) => [file, readBlocks(root.href, file)]));
const all = [...blocks.values()].flat();

// Here and now, since what a snippet tests must be known when tests are gathered.
const shelf = realpathSync(mkdtempSync(join(tmpdir(), "snippets-")));
symlinkSync(join(folder, "node_modules"), join(shelf, "node_modules"), "junction");
after(() => rmSync(shelf, { recursive: true, force: true }));

const modules = new Map<Block, string>();
for (const [at, block] of all.entries()) {
  if (block.language !== "ts" || block.notRun !== null) continue;
  const file = join(shelf, `snippet-${at}.mts`);
  writeFileSync(file, asModule(block.text, doors));
  modules.set(block, pathToFileURL(file).href);
}

interface TestSnippet {
  tests(): void;
}
const tests = new Map<Block, TestSnippet>();
for (const [block, href] of modules) if (isTest(block.text)) tests.set(block, (await import(href)) as TestSnippet);

/** Does something in a document's own folder, in which every file that a guide shows is there. */
async function inFolderOf<T>(file: string, action: () => Promise<T>): Promise<T> {
  const place = join(shelf, file.replace(/[^a-z]/gi, "-"));
  mkdirSync(place, { recursive: true });
  for (const block of all) if (block.file !== null) writeFileSync(join(place, block.file), `${block.text}\n`);
  const home = process.cwd();
  process.chdir(place);
  try {
    return await action();
  } finally {
    process.chdir(home);
  }
}

for (const [file, own] of blocks)
  describe(`what ${file} shows`, () => {
    for (const block of own) {
      const { place, language, text, extra, notRun } = block;
      if (notRun !== null) continue;
      if (language === "sh")
        for (const line of text.split("\n").filter((each) => each.trim() !== ""))
          it(`${place}: ${line.replace(/\s+#.*/, "")}`, () => inFolderOf(file, () => runCommand(line, extra)));
      const snippet = tests.get(block);
      if (snippet !== undefined) describe(`${place}, a test`, () => snippet.tests());
      else if (language === "ts")
        it(`${place}: a program`, () => inFolderOf(file, () => catchOutput(() => import(modules.get(block) ?? "") as Promise<unknown>)));
    }
  });

describe("what the documents show", () => {
  it("is found: something to run in the README and in every guide", () => {
    expect(documents).to.include("README.md");
    for (const [file, own] of blocks)
      expect(
        own.some(({ language, notRun }) => ["sh", "ts"].includes(language) && notRun === null),
        file,
      ).to.equal(true);
    expect(modules.size).to.be.above(6);
  });

  it("says why, where it is not run", () => {
    for (const { place, notRun } of all) if (notRun !== null) expect(notRun.trim().length, place).to.be.above(20);
  });

  it("compiles against the sources, under the settings of the repository, and would not with a mistake in it", () => {
    const mistaken = 'import { runCrash } from "hardhat-crash";\nconst { statement } = await runCrash({ seed: "one" });\nstatement.lp;\n';
    const texts = all.filter(({ language }) => language === "ts").map(({ place, text }) => [place, text] as const);
    const complaints = typeCheck(folder, new Map([...texts, ["mistaken", mistaken]]));
    expect(complaints.filter((each) => !each.startsWith("mistaken"))).to.deep.equal([]);
    expect(complaints).to.have.length(2);
    expect(complaints[0]).to.match(/^mistaken, line 2: Type 'string' is not assignable/);
    expect(complaints[1]).to.match(/^mistaken, line 3: Property 'lp' does not exist/);
  });

  it("would fail with a command that does", async () => {
    const failing = ["npx hardhat crash --set nothing=1", "npx hardhat crash blackthursday", "npm ci"];
    for (const line of failing) {
      const error: unknown = await inFolderOf("failing", () => runCommand(line, "--engine twin")).catch((reason: unknown) => reason);
      expect(error, line).to.be.instanceOf(Error);
    }
  });
});
