import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { attempt } from "./attempt.ts";

const head = 'import hardhatCrash from "hardhat-crash";\nimport { defineConfig } from "hardhat/config";\n';
const section = (text: string): string => `${head}export default defineConfig({\n  plugins: [hardhatCrash],\n  crash: ${text},\n});\n`;

/** What is right, by file name; each would fail if the types were not found or were anything. */
const right: Readonly<Record<string, string>> = {
  "config.ts": section(`{
    scenario: "calm-day",
    seed: 7,
    engine: "twin",
    out: "crashes",
    set: { "market.cost": 0.002, "hedger.policy": "band" },
    pools: { mine: { contract: "Pool", fee: 0.003 }, yours: "./yours.ts" },
    pool: "mine",
  }`),
  "library.ts": `import { type CrashResult, type CrashUserConfig, InputError, runCrash, runSweep } from "hardhat-crash";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
export const result: Promise<CrashResult> = runCrash({ engine: "twin", set: { market: { cost: 0.002 } } });
export const paths: Promise<number> = runSweep().then(({ paths }) => paths);
export const seed = (hre: HardhatRuntimeEnvironment): number => hre.config.crash.seed;
export const code = (error: InputError): string => error.code;
export const section: CrashUserConfig = { seed: 7 };
`,
};

/** What is wrong, and the one complaint about it: place and number of the compiler's error, and a word of it. */
const wrong: Readonly<Record<string, readonly [text: string, complaint: RegExp]>> = {
  "wrong-key.ts": [section("{ sede: 7 }"), /^\(5,12\): error TS\d+: .*'sede'.*\bdoes not exist in type .*CrashUserConfig/],
  "wrong-value.ts": [section('{ engine: "kernel" }'), /^\(5,12\): error TS2322: Type '"kernel"' is not assignable to type .*Engine/],
  "wrong-pool.ts": [section('{ pools: { mine: { contract: "Pool", fees: 1 } } }'), /^\(5,\d+\): error TS\d+: .*'fees'/],
  "wrong-use.ts": ['import { runCrash } from "hardhat-crash";\nexport const wrong: number = runCrash;\n', /^\(2,14\): error TS2322/],
};

const ways: Readonly<Record<string, readonly string[]>> = {
  nodenext: ["--module", "nodenext", "--moduleResolution", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};

/**
 * Compiles against the package's types as users do, the project's configuration and test among the rest.
 *
 * @throws Error where what is right is refused, and where what is wrong is not
 */
export function checkTypes(project: string): void {
  const folder = path.join(project, "types");
  mkdirSync(folder);
  const all = { ...right, ...Object.fromEntries(Object.entries(wrong).map(([name, [text]]) => [name, text])) };
  for (const [name, text] of Object.entries(all)) writeFileSync(path.join(folder, name), text);
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2023", "--types", "node", "--ignoreConfig"];
  for (const [way, options] of Object.entries(ways)) {
    const files = ["hardhat.config.ts", "test/pool.ts", ...Object.keys(all).map((name) => `types/${name}`)];
    const { stdout } = attempt(project, "npx", "tsc", ...strict, ...options, ...files);
    const complaints = stdout.split("\n").filter((line) => /^\S.*: error /.test(line));
    for (const [name, [, expected]] of Object.entries(wrong)) {
      const own = complaints.filter((line) => line.startsWith(`types/${name}`)).map((line) => line.slice(`types/${name}`.length));
      if (own.length !== 1 || !expected.test(own[0] ?? "")) throw new Error(`${way}, ${name}: expected ${String(expected)} in\n${stdout}`);
    }
    const others = complaints.filter((line) => !Object.keys(wrong).some((name) => line.startsWith(`types/${name}`)));
    if (others.length > 0) throw new Error(`${way}: complaints about what is right:\n${others.join("\n")}`);
    console.log(`types resolve under ${way}, and what is wrong is refused`);
  }
}
