/**
 * Packs the package and uses it as the examples and the guide do: every folder of `examples/` as a project in a temporary folder, with its tests, and the guide to a pool of one's own from an
 * empty folder. `npm run check:examples` runs it. Exit code 0 when all of it goes as they say.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkExample } from "./package/check-example.ts";
import { checkNewcomer } from "./package/check-newcomer.ts";
import { examplePackages } from "./package/example-packages.ts";
import { makeProject } from "./package/make-project.ts";
import { pack } from "./package/pack.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = readdirSync(path.join(root, "examples")).map((name) => path.join(root, "examples", name));
const place = mkdtempSync(path.join(tmpdir(), "hardhat-crash-examples-"));
// Beside each other: what one has installed, the other does not find.
const [project, folder] = [path.join(place, "examples"), path.join(place, "newcomer")];

try {
  for (const each of [project, folder]) mkdirSync(each);
  const tarball = pack(root, project);
  makeProject(project, tarball, root, examplePackages(root, examples));
  for (const example of examples) checkExample(example, project);
  checkNewcomer({ folder, tarball, root, node: path.join(project, "node_modules", "node", "bin") });
  console.log(`${examples.length} examples and the guide to a pool of one's own work in folders of their own`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
