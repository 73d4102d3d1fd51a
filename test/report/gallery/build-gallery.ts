import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { readPage } from "../page/read-page.ts";

const script = fileURLToPath(new URL("../../../scripts/build-gallery.ts", import.meta.url));

describe("npm run gallery", () => {
  let folder = "";
  const read = (copy: string): ReadonlyMap<string, string> => {
    const root = join(folder, copy);
    const files = globSync("**/*.*", { cwd: root }).sort();
    return new Map(files.map((file) => [file.replaceAll("\\", "/"), readFileSync(join(root, file), "latin1")]));
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "gallery-"));
    // The first folder is filled twice: a gallery is made anew where one is.
    for (const copy of ["one", "other", "one"]) execFileSync(process.execPath, [script, join(folder, copy)], { cwd: folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("makes a page of each kind, each with its numbers beside it, and nothing elsewhere", () => {
    expect([...read("one").keys()]).to.include.members([
      "compare/compare.json",
      "compare/index.html",
      "index.html",
      "mev/crash.html",
      "mev/index.html",
      "mev/mev.json",
      "run/index.html",
      "run/result.json",
      "sweep/index.html",
      "sweep/summary.json",
    ]);
    expect(globSync("*", { cwd: folder }).sort()).to.deep.equal(["one", "other"]);
  });

  it("gives the same bytes every time", () => {
    const [one, other] = [read("one"), read("other")];
    expect([...one.keys()]).to.deep.equal([...other.keys()]);
    for (const [file, bytes] of one) expect(bytes === other.get(file), file).to.equal(true);
  });

  it("leads from the index to every page, and from no page to what is not there", () => {
    const pages = [...read("one")].filter(([file]) => file.endsWith(".html"));
    const reached = new Set(["index.html"]);
    for (const [file, page] of pages) {
      const elements = readPage(page);
      const ids = new Set(elements.map(({ attributes }) => attributes["id"]));
      for (const href of elements.flatMap(({ attributes }) => attributes["href"] ?? [])) {
        if (href.startsWith("#")) expect(ids.has(href.slice(1)), `${file}: ${href}`).to.equal(true);
        else {
          const target = join(dirname(file), href).replaceAll("\\", "/");
          expect(existsSync(join(folder, "one", target)), `${file}: ${href}`).to.equal(true);
          reached.add(target);
        }
      }
    }
    expect([...reached].sort()).to.deep.equal(pages.map(([file]) => file).sort());
  });
});
