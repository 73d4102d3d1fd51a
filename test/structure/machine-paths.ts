import { globSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { describe, it } from "mocha";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A path below a folder of one machine, or a folder beside the repository; not the end of a web address. */
const machinePath = /(?:^|[^A-Za-z0-9._-])\/(?:work|tmp|root|home)(?![A-Za-z0-9_-])|\.\.\/shared/m;

function committedFiles(): readonly string[] {
  const topLevel = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== "package-lock.json");
  const folders = globSync("{src,contracts,scripts,test,examples,bench,data,docs,.ci}/**/*", { cwd: root, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  return [...topLevel, ...folders].map((entry) => path.join(entry.parentPath, entry.name));
}

describe("the repository", () => {
  it("names no path of a machine and no folder beside itself", () => {
    const files = committedFiles();
    expect(files.length).to.be.above(20);
    const naming = files.filter((file) => machinePath.test(readFileSync(file, "utf8")));
    expect(naming.map((file) => path.relative(root, file))).to.deep.equal([]);
  });

  it("would notice one", () => {
    const slash = "/";
    for (const text of [`${slash}tmp${slash}x`, `cd ${slash}root`, `"${slash}home${slash}me"`, `..${slash}shared${slash}figures`]) {
      expect(text).to.match(machinePath);
    }
    for (const text of ["https://example.org/home", "src/work/x.ts", `${slash}homepage`, `${slash}rooted`])
      expect(text).to.not.match(machinePath);
  });
});
