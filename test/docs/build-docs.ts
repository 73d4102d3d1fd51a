import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { buildSite } from "../../scripts/docs/build-site.ts";

const script = fileURLToPath(new URL("../../scripts/build-docs.ts", import.meta.url));

describe("npm run docs", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "docs-"));
    execFileSync(process.execPath, [script, join(folder, "site")], { cwd: folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("writes every page of the site into the folder, and nothing elsewhere; the same bytes every time", () => {
    const site = buildSite();
    expect(globSync("*", { cwd: folder })).to.deep.equal(["site"]);
    expect(globSync("**/*.*", { cwd: join(folder, "site") }).sort()).to.deep.equal([...site.keys()].sort());
    for (const [file, text] of site) expect(readFileSync(join(folder, "site", file), "utf8") === text, file).to.equal(true);
  });
});
