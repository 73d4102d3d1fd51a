import { writeFileSync } from "node:fs";
import path from "node:path";
import { attempt } from "./attempt.ts";
import { expectText } from "./expect-text.ts";
import { run } from "./run.ts";

const lines = [
  'import hardhatCrash from "hardhat-crash";',
  'import { defineConfig } from "hardhat/config";',
  "export default defineConfig({ plugins: [hardhatCrash] });",
];

/** Uses the tasks in a project with three lines of configuration, and then with a section of its own. */
export function checkCommands(project: string): void {
  const configure = (section: string): void =>
    writeFileSync(path.join(project, "hardhat.config.ts"), `${lines.join("\n").replace("[hardhatCrash]", `[hardhatCrash]${section}`)}\n`);

  configure("");
  expectText(run(project, "npx", "hardhat", "crash", "list"), "npx hardhat crash list", /black-thursday/);
  // A thread of its own loads the compiled worker.
  const axes = ["gbm", "pool.fee=0.003,0.01", "--paths", "50", "--set", "process.days=0.01"];
  expectText(run(project, "npx", "hardhat", "crash", "sweep", ...axes), "crash sweep", /results\/sweep-gbm-1\/index\.html/);

  configure(', crash: { scenario: "calm-day", seed: 7, engine: "twin", out: "crashes", set: { "run.blocks": 20 } }');
  expectText(run(project, "npx", "hardhat", "crash"), "the section crash", /crashes\/calm-day-7\/index\.html/);

  configure(", crash: { seed: -1 }");
  const { status, stderr } = attempt(project, "npx", "hardhat", "crash", "list");
  if (status !== 1) throw new Error(`a wrong seed ended with ${String(status)}`);
  expectText(stderr, "a wrong value", /config\.crash\.seed: Expected a whole number from 0 to 9007199254740991, received -1/);
}
