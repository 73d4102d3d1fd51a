import { expect } from "chai";
import { start } from "../plugin/spawn-hardhat.ts";

/** Notes every package that a file is loaded of, by import or require; what a package brings in a folder of its own counts as the package. */
const watch = `
  import { registerHooks } from "node:module";
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const name = /\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url)?.[1];
      if (name !== undefined) packages.add(name);
      return next(url, context);
    },
  });
`;

/**
 * The packages that a program loads in a process of its own, in the order of their names.
 *
 * @param program statements of a module, run in the repository
 */
export async function loadedPackages(program: string): Promise<readonly string[]> {
  const code = `${watch}\n${program}\nconsole.log(JSON.stringify([...packages].sort()));`;
  const { code: exit, stdout, stderr } = await start([process.execPath, "--input-type=module", "--eval", code]).ended;
  expect({ exit, stderr }).to.deep.equal({ exit: 0, stderr: "" });
  return JSON.parse(stdout) as readonly string[];
}
