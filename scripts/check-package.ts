/**
 * Packs the package, looks at what is packed, installs it into an empty Hardhat project in a temporary folder, and uses it there as a stranger would: through the
 * Hardhat command, from a plain Node program, in a test, and from TypeScript. `npm run check:package` runs it. Exit code 0 when all of it works.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkCommands } from "./package/check-commands.ts";
import { checkImports } from "./package/check-imports.ts";
import { checkTarball } from "./package/check-tarball.ts";
import { checkTests } from "./package/check-tests.ts";
import { checkTypes } from "./package/check-types.ts";
import { expectText } from "./package/expect-text.ts";
import { makeProject } from "./package/make-project.ts";
import { pack } from "./package/pack.ts";
import { run } from "./package/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const project = mkdtempSync(path.join(tmpdir(), "hardhat-crash-package-"));

try {
  const tarball = pack(root, project);
  await checkTarball(tarball);
  makeProject(project, tarball, root);
  checkImports(path.join(project, "node_modules", "hardhat-crash"));
  checkCommands(project);
  const node = path.join(project, "node_modules", ".bin", "node");
  const program = 'import { runCrash } from "hardhat-crash"; console.log(process.version, typeof runCrash);';
  expectText(run(project, node, "--input-type=module", "--eval", program), "import in plain Node", /^v24\S* function\s*$/);
  checkTests(project);
  checkTypes(project);
  console.log("the package works in an empty Hardhat project");
} finally {
  rmSync(project, { recursive: true, force: true });
}
