import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { changeSource } from "../../scripts/package/change-source.ts";
import { examplePackages } from "../../scripts/package/example-packages.ts";
import { expectLines } from "../../scripts/package/expect-lines.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("how documents of examples are held to what comes out", () => {
  let folder = "";
  const write = (file: string, text: string): string => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "example-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("every line that is shown occurs, in its order, whatever time it took", () => {
    const output = "\n  our pool\n    ✔ holds (1498ms)\n    ✔ pays\n\n  2 passing (11s)\n";
    const check = (shown: string) => () => expectLines(output, shown, "README.md:3");
    expect(check("our pool\n  ✔ holds\n…\n\n2 passing (3s)")).to.not.throw();
    expect(check("✔ holds\n✔ gains")).to.throw(/^README\.md:3: .*\n✔ gains\n/);
    expect(check("✔ pays\n✔ holds")).to.throw(/\n✔ holds\nin\n/);
    expect(check("✔ hold")).to.throw(/✔ hold\n/);
  });

  it("a change is made to the one place that it fits, and refused where there is none or are two", () => {
    const file = write("contracts/deep/Pair.sol", "a;\n    b;\n    c;\n");
    write("contracts/Other.sol", "d;\nd;\n");
    changeSource(folder, "     b;\n-    c;\n+    e;");
    expect(readFileSync(file, "utf8")).to.equal("a;\n    b;\n    e;\n");
    expect(() => changeSource(folder, "-    c;")).to.throw(/fits 0 places/);
    expect(() => changeSource(folder, "-d;\n+e;")).to.throw(/fits 2 places/);
  });

  it("examples want the versions that the repository works with, and no others are taken", () => {
    const examples = globSync("examples/*/", { cwd: root }).map((each) => join(root, each));
    expect(examples.length).to.be.above(3);
    expect(examplePackages(root, examples)).to.include.members(["chai", "ethers", "hardhat", "solc"]).and.to.not.include("hardhat-crash");
    for (const [name, version] of [
      ["chai", "1.0.0"],
      ["left-out", "1.0.0"],
      ["hardhat-crash", "9.9.9"],
    ] as const) {
      write("package.json", JSON.stringify({ devDependencies: { [name]: version } }));
      expect(() => examplePackages(root, [folder]), name).to.throw(`wants ${name} ${version}`);
    }
  });
});
