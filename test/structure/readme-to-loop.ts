import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { describe, it } from "mocha";
import { importDepth } from "./runtime-imports.ts";

const repository = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const loop = repository("src/engine/run-crash.ts");

/** What the README tells a reader to use, and the file behind it. */
const doors = [
  { words: "npx hardhat crash", file: "src/plugin/tasks/crash.ts" },
  { words: "runCrash", file: "src/index.ts" },
] as const;

describe("from the README to the loop", () => {
  it("the loop is where it is said to be", () => {
    expect(existsSync(loop)).to.equal(true);
  });

  for (const { words, file } of doors) {
    it(`\`${words}\` is in the README, and from ${file} it is two imports at most`, () => {
      expect(readFileSync(repository("README.md"), "utf8")).to.include(words);
      expect(existsSync(repository(file)), `${file} exists`).to.equal(true);
      expect(importDepth(repository(file), loop)).to.be.within(1, 2);
    });
  }
});
