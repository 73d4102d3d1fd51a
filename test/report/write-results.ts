import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { outputFiles } from "../../src/report/output-files.ts";
import { diskIo } from "../../src/report/output-io.ts";
import type { OutputIo } from "../../src/report/output-io.ts";
import { writeResults } from "../../src/report/write-results.ts";

const result = (mark: string): Map<string, string> =>
  new Map(outputFiles.map((name) => [name, name === "result.json" ? `{\n  "schemaVersion": 1,\n  "mark": "${mark}"\n}\n` : mark]));

describe("results are written whole or not at all", () => {
  let root = "";
  let out = "";

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "write-results-"));
    out = join(root, "out");
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const failure = async (work: Promise<void>): Promise<InputError> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
    throw new Error("nothing was thrown");
  };
  const tree = async (): Promise<string[]> => (await readdir(root, { recursive: true })).sort();
  const holds = async (mark: string): Promise<void> => {
    expect((await readdir(out)).sort()).to.deep.equal([...outputFiles]);
    for (const [name, text] of result(mark)) expect(await readFile(join(out, name), "utf8")).to.equal(text);
    expect(await readdir(root)).to.deep.equal(["out"]);
  };
  const full = (): Error => Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const failingAt = (count: number): OutputIo => {
    let left = count;
    return {
      ...diskIo,
      write: async (file, text, signal) => {
        left -= 1;
        if (left > 0) return await diskIo.write(file, text, signal);
        await diskIo.write(file, text.slice(0, 2), signal);
        throw full();
      },
    };
  };

  it("into a folder that is not there, with those above it", async () => {
    await writeResults(out, result("a"));
    await holds("a");
    await writeResults(join(root, "b", "c", "d"), result("a"));
    expect((await readdir(join(root, "b", "c", "d"))).length).to.equal(outputFiles.length);
    const plain = join(root, "plain");
    await mkdir(plain);
    expect((await stat(out)).mode).to.equal((await stat(plain)).mode);
  });

  it("into an empty folder", async () => {
    await mkdir(out);
    await writeResults(out, result("a"));
    await holds("a");
  });

  it("in the place of an earlier result, the whole of it", async () => {
    await writeResults(out, result("a"));
    const fewer = result("b");
    fewer.delete("swaps.csv");
    await writeResults(out, fewer);
    expect(await readdir(out)).not.to.include("swaps.csv");
    await writeResults(out, result("c"));
    await holds("c");
  });

  it("in the place of an earlier comparison, and the other way round", async () => {
    const comparison = new Map([
      ["compare.json", '{\n  "schemaVersion": 1,\n  "mark": "a"\n}\n'],
      ["index.html", "a"],
    ]);
    await writeResults(out, comparison);
    await writeResults(out, comparison);
    await writeResults(out, result("b"));
    await holds("b");
    await writeResults(out, comparison);
    expect((await readdir(out)).sort()).to.deep.equal(["compare.json", "index.html"]);
  });

  it("through a link to an earlier result", async () => {
    await writeResults(join(root, "real"), result("a"));
    await symlink(join(root, "real"), out);
    await writeResults(out, result("b"));
    expect(await readFile(join(root, "real", "series.csv"), "utf8")).to.equal("b");
    expect(await readFile(join(out, "series.csv"), "utf8")).to.equal("b");
  });

  describe("not where somebody else's files are", () => {
    const cases: readonly (readonly [name: string, prepare: () => Promise<unknown>, found: string])[] = [
      ["a file of another name", () => writeFile(join(out, "thesis.txt"), ""), "thesis.txt"],
      ["a hidden file", () => writeFile(join(out, ".git"), ""), ".git"],
      ["a folder with one of our names", () => mkdir(join(out, "index.html")), "index.html"],
      [
        "a file beside an earlier result",
        () =>
          Promise.all(
            [...result("a")].map(([name, text]) => writeFile(join(out, name), text)).concat(writeFile(join(out, "notes.md"), "")),
          ),
        "notes.md",
      ],
      ["our names without a result", () => writeFile(join(out, "index.html"), "mine"), "index.html"],
      ["a result.json of another kind", () => writeFile(join(out, "result.json"), '{"version":1}'), "result.json"],
      ["a compare.json of another kind", () => writeFile(join(out, "compare.json"), '{"version":1}'), "compare.json"],
      ["a result.json of another version", () => writeFile(join(out, "result.json"), '{"schemaVersion": 12, "a": 1}'), "result.json"],
    ];
    for (const [name, prepare, found] of cases) {
      it(name, async () => {
        await mkdir(out);
        await prepare();
        const before = await tree();
        const error = await failure(writeResults(out, result("b")));
        expect(error.code).to.equal("OUTPUT_FOREIGN");
        expect(error.facts.value).to.equal(found);
        expect(await tree()).to.deep.equal(before);
      });
    }
  });

  it("not over a file", async () => {
    await writeFile(out, "mine");
    expect((await failure(writeResults(out, result("a")))).code).to.equal("OUTPUT_NOT_A_FOLDER");
    expect(await readFile(out, "utf8")).to.equal("mine");
  });

  it("not below a file", async () => {
    await writeFile(out, "mine");
    expect((await failure(writeResults(join(out, "sub"), result("a")))).code).to.equal("OUTPUT_WRITE");
    expect(await readFile(out, "utf8")).to.equal("mine");
  });

  it("not in the place of the working folder", async () => {
    await mkdir(out);
    const error = await failure(writeResults(".", result("a"), { io: { ...diskIo, workingFolder: () => out } }));
    expect(error.code).to.equal("OUTPUT_WORKING_FOLDER");
    expect(await tree()).to.deep.equal(["out"]);
  });

  for (let count = 1; count <= outputFiles.length; count += 1) {
    it(`not when the disk is full at file ${count}`, async () => {
      const error = await failure(writeResults(join(root, "deep", "out"), result("a"), { io: failingAt(count) }));
      expect(error.code).to.equal("OUTPUT_WRITE");
      expect(error.message).to.contain("no space left on device");
      expect(error.facts.file).to.equal(join(root, "deep", "out"));
      expect(await tree()).to.deep.equal([]);
      await writeResults(out, result("a"));
      await failure(writeResults(out, result("b"), { io: failingAt(count) }));
      await holds("a");
    });
  }

  it("not when a rename fails, whichever", async () => {
    await writeResults(out, result("a"));
    for (const failing of [1, 2]) {
      let calls = 0;
      const rename: OutputIo["rename"] = async (from, to) => {
        calls += 1;
        if (calls === failing) throw Object.assign(new Error("EPERM: operation not permitted, rename"), { code: "EPERM" });
        await diskIo.rename(from, to);
      };
      const error = await failure(writeResults(out, result("b"), { io: { ...diskIo, rename } }));
      expect(error.message).to.contain("EPERM");
      await holds("a");
    }
  });

  it("and an old result that cannot be put back is kept aside", async () => {
    await writeResults(out, result("a"));
    let calls = 0;
    const rename: OutputIo["rename"] = async (from, to) => {
      calls += 1;
      if (calls > 1) throw Object.assign(new Error("EIO: i/o error, rename"), { code: "EIO" });
      await diskIo.rename(from, to);
    };
    const error = await failure(writeResults(out, result("b"), { io: { ...diskIo, rename } }));
    const kept = (await tree()).filter((name) => name.endsWith("result.json"));
    expect(kept).to.have.length(1);
    expect(error.message).to.contain(`EIO: i/o error, rename; the earlier result is kept in ${join(root, kept[0] ?? "", "..")}`);
    expect(await readFile(join(root, kept[0] ?? ""), "utf8")).to.contain('"mark": "a"');
  });

  it("not over a file that came in the last moment", async () => {
    await writeResults(out, result("a"));
    let names: string[] | undefined;
    const io: OutputIo = {
      ...diskIo,
      rename: async (from, to) => {
        if (names === undefined) {
          names = ["late.txt"];
          await writeFile(join(out, "late.txt"), "mine");
        }
        await diskIo.rename(from, to);
      },
    };
    const error = await failure(writeResults(out, result("b"), { io }));
    expect(error.code).to.equal("OUTPUT_FOREIGN");
    expect(await readFile(join(out, "late.txt"), "utf8")).to.equal("mine");
    expect(await readFile(join(out, "series.csv"), "utf8")).to.equal("a");
    expect(await readdir(root)).to.deep.equal(["out"]);
  });

  it("not without permission", async function () {
    if (process.getuid?.() === 0) this.skip();
    await chmod(root, 0o500);
    const error = await failure(writeResults(out, result("a")));
    await chmod(root, 0o700);
    expect(error.code).to.equal("OUTPUT_WRITE");
    expect(error.message).to.contain("EACCES");
    expect(await tree()).to.deep.equal([]);
  });

  for (const stage of ["before", "between", "within"] as const) {
    it(`not when it is stopped ${stage} the writing`, async () => {
      const reason = new Error("interrupted");
      const control = new AbortController();
      if (stage === "before") control.abort(reason);
      await writeResults(out, result("a"));
      const io: OutputIo = {
        ...diskIo,
        write: async (file, text, signal) => {
          if (stage === "within") control.abort(reason);
          await diskIo.write(file, text, signal);
          control.abort(reason);
        },
      };
      let thrown: unknown;
      try {
        await writeResults(out, result("b"), { io, signal: control.signal });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.equal(reason);
      await holds("a");
    });
  }

  it("and only files of a result", async () => {
    let thrown: unknown;
    try {
      await writeResults(out, new Map([["../escape", "x"]]));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.have.property("code", "OUTPUT_UNKNOWN_FILE");
    expect(await tree()).to.deep.equal([]);
  });
});
