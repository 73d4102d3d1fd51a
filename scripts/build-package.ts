/**
 * Fills dist/ with what the package ships: the compiled sources, everything in src that is not TypeScript, and the artifacts of our contracts,
 * one file a contract, since a user's project does not compile our Solidity. `npm run build` runs it after the contracts and types are built.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = path.join(root, "dist");

rmSync(dist, { recursive: true, force: true });
const compiler = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(1);

for (const file of globSync("src/**/*.*", { cwd: root, exclude: (name) => name.endsWith(".ts") })) {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  copyFileSync(path.join(root, file), path.join(dist, file));
}

interface Artifact {
  readonly contractName: string;
  readonly abi: readonly unknown[];
  readonly bytecode: string;
}

mkdirSync(path.join(dist, "artifacts"), { recursive: true });
const artifacts = globSync("artifacts/contracts/{,tokens/}*.sol/*.json", { cwd: root })
  .filter((file) => !file.includes(".t.sol"))
  .map((file) => JSON.parse(readFileSync(path.join(root, file), "utf8")) as Artifact)
  .filter(({ bytecode }) => bytecode !== "0x");
if (artifacts.length === 0) throw new Error("no compiled contracts; run `npx hardhat build` first");
for (const { contractName, abi, bytecode } of artifacts) {
  writeFileSync(path.join(dist, "artifacts", `${contractName}.json`), JSON.stringify({ contractName, abi, bytecode }));
}
