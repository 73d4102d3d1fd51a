/**
 * Packs the package, installs it into an empty Hardhat project in a temporary folder, and uses it there as a stranger would: through the
 * Hardhat command, and from a plain Node program. `npm run check:package` runs it. Exit code 0 when all of it works.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  devDependencies: Record<string, string>;
};
const project = mkdtempSync(path.join(tmpdir(), "hardhat-crash-package-"));

function run(folder: string, command: string, ...args: readonly string[]): string {
  console.log(`> ${command} ${args.join(" ")}`);
  // npm is a script on Windows, and a script needs a shell there.
  const { status, stdout } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.log(stdout);
    throw new Error(`${command} ${args.join(" ")} ended with ${String(status)}`);
  }
  return stdout;
}

function expectLine(output: string, name: string, pattern: RegExp): void {
  if (!pattern.test(output)) throw new Error(`${name}: expected ${String(pattern)} in\n${output}`);
}

try {
  run(root, "npm", "pack", "--silent", "--pack-destination", project);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const manifest = {
    name: "empty-project",
    private: true,
    type: "module",
    // The host may have an older Node; npm's own package of the binary stands in for it.
    devDependencies: {
      hardhat: devDependencies["hardhat"],
      node: devDependencies["node"],
      "hardhat-crash": `file:hardhat-crash-${version}.tgz`,
    },
    allowScripts: { node: true, esbuild: true },
  };
  writeFileSync(path.join(project, "package.json"), JSON.stringify(manifest, null, 2));
  writeFileSync(
    path.join(project, "hardhat.config.ts"),
    'import hardhatCrash from "hardhat-crash";\nimport { defineConfig } from "hardhat/config";\nexport default defineConfig({ plugins: [hardhatCrash] });\n',
  );
  run(project, "npm", "install", "--no-audit", "--no-fund");

  const list = run(project, "npx", "hardhat", "crash", "list");
  console.log(list);
  expectLine(list, "npx hardhat crash list", /black-thursday/);

  // A thread of its own loads the compiled worker.
  const sweep = run(
    project,
    "npx",
    "hardhat",
    "crash",
    "sweep",
    "gbm",
    "pool.fee=0.003,0.01",
    "--paths",
    "50",
    "--set",
    "process.days=0.01",
  );
  console.log(sweep);
  expectLine(sweep, "npx hardhat crash sweep", /results\/sweep-gbm-1\/index\.html/);

  const node = path.join(project, "node_modules", ".bin", "node");
  const program = 'import { runCrash } from "hardhat-crash"; console.log(process.version, typeof runCrash);';
  expectLine(run(project, node, "--input-type=module", "--eval", program), "import in plain Node", /^v24\S* function\s*$/);

  // A user's compiler must find the types, so it must complain about a wrong one, and first about that.
  const compiler = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
  const consumer = 'import { runCrash } from "hardhat-crash";\nexport const wrong: number = runCrash;\n';
  writeFileSync(path.join(project, "consumer.ts"), consumer);
  const types = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--ignoreConfig", "consumer.ts"];
  const { stdout: complaints } = spawnSync(node, [compiler, ...types], { cwd: project, encoding: "utf8" });
  console.log(complaints);
  expectLine(complaints, "types of runCrash", /^consumer\.ts\(2,14\): error TS2322/);
  console.log("the package works in an empty Hardhat project");
} finally {
  rmSync(project, { recursive: true, force: true });
}
