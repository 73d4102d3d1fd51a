import { readFile, rename, truncate, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { writeFileWhole } from "../../src/sweep/store/write-file.ts";
import { makeWorkplace, type Workplace } from "../plugin/workplace.ts";
import { filesBelow, runSmall } from "./run-small.ts";
import { smallPlan } from "./small-plan.ts";
import { walkedHere } from "./walked-here.ts";

async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

/** A disk that takes so many parts and no more. */
function smallDisk(parts: number): typeof writeFileWhole {
  let left = parts;
  return async (folder, name, content) => {
    if (name.endsWith(".parquet") && (left -= 1) < 0)
      throw Object.assign(new Error(`ENOSPC: no space left on device, write`), { code: "ENOSPC" });
    return writeFileWhole(folder, name, content);
  };
}

describe("sweep: interrupted is not lost", () => {
  let place: Workplace;
  let whole: string;
  let out: string;

  beforeEach(async () => {
    place = await makeWorkplace();
    whole = join(place.root, "whole");
    out = join(place.root, "out");
    await runSmall(smallPlan(), whole);
  });
  afterEach(() => place.remove());

  const resumed = async (more: Parameters<typeof runSmall>[2] = {}): Promise<string[]> => {
    const notices: string[] = [];
    await runSmall(smallPlan(), out, { mode: "resume", onNotice: (sentence) => notices.push(sentence), ...more });
    expect(await filesBelow(out)).to.deep.equal(await filesBelow(whole));
    return notices;
  };

  it("goes on after a full disk, whose message says what is kept and how to go on", async () => {
    const error = await rejection(runSmall(smallPlan(), out, { writeFile: smallDisk(4) }));
    expect(error).to.be.instanceOf(InputError);
    expect(error.message).to.include("no space left on device");
    expect(error.message).to.include("4 of 10 chunks are finished and kept");
    expect(error.message).to.include("--resume");
    const walked: number[] = [];
    expect(await resumed({ openPool: (job) => walkedHere(job, 1, (chunk) => walked.push(chunk)) })).to.deep.equal([]);
    expect(walked).to.deep.equal([4, 5, 6, 7, 8, 9]);
  });

  it("goes on after an abort, at whichever chunk it came", async () => {
    for (const at of [0, 3, 9]) {
      const stop = new AbortController();
      const reason = new Error("stopped");
      const error = await rejection(
        runSmall(smallPlan(), out, {
          signal: stop.signal,
          openPool: (job) =>
            walkedHere(job, 1, (chunk) => {
              if (chunk === at) stop.abort(reason);
            }),
        }),
      );
      expect(error).to.equal(reason);
      await resumed();
      await rename(out, join(place.root, `out-${at}`));
    }
  });

  it("finds a part that is cut off, foreign, of another sweep or changed, names it and does it again", async () => {
    await runSmall(smallPlan(40, 2), join(place.root, "other"));
    await rejection(runSmall(smallPlan(), out, { writeFile: smallDisk(8) }));
    const part = (index: number): string => join(`${out}.partial`, "parts", `part-000000${index}.parquet`);
    await truncate(part(0), 5_000);
    await truncate(part(1), 0);
    await writeFile(part(2), "PAR1 and no more");
    await writeFile(part(3), await readFile(join(place.root, "other", "parts", "part-0000003.parquet")));
    await writeFile(part(4), await readFile(part(5)));
    const changed = await readFile(part(6));
    changed[160] = changed[160]! ^ 1;
    await writeFile(part(6), changed);
    const notices = await resumed();
    expect(notices.map((notice) => /part-000000(\d)\.parquet (.*); its chunk is done again/.exec(notice)?.slice(1))).to.deep.equal([
      ["0", "is cut off or no Parquet file of ours"],
      ["1", "is cut off or no Parquet file of ours"],
      ["2", "is cut off or no Parquet file of ours"],
      ["3", "belongs to another sweep"],
      ["4", "holds chunk 5"],
      ["6", "has numbers that are not those it was written with"],
    ]);
  });

  it("takes away what a killed process was writing", async () => {
    await rejection(runSmall(smallPlan(), out, { writeFile: smallDisk(2) }));
    await writeFile(join(`${out}.partial`, "parts", "part-0000002.parquet.unfinished"), "half");
    await writeFile(join(`${out}.partial`, "summary.json.unfinished"), "half");
    await resumed();
  });

  it("never loses an unfinished sweep to a new one", async () => {
    await rejection(runSmall(smallPlan(), out, { writeFile: smallDisk(2) }));
    const before = await filesBelow(`${out}.partial`);
    const error = await rejection(runSmall(smallPlan(), out));
    expect(error).to.include({ code: "SWEEP_UNFINISHED" });
    expect(error.message).to.include("--resume");
    expect(await filesBelow(`${out}.partial`)).to.deep.equal(before);
  });

  it("refuses to go on with other settings, and names the first difference", async () => {
    await rejection(runSmall(smallPlan(), out, { writeFile: smallDisk(2) }));
    const before = await filesBelow(`${out}.partial`);
    const plan = smallPlan();
    for (const [other, difference] of [
      [smallPlan(40, 2), "seed is 1 there and 2 here"],
      [smallPlan(44), "paths is 40 there and 44 here"],
      [{ ...plan, settings: { ...plan.settings, "pool.value": 1 } }, "settings.pool.value is 6400000 there and 1 here"],
      [{ ...plan, axes: [{ key: "pool.fee", values: [0.0005, 0.01] }] }, "axes.pool.fee is [0.0005,0.003] there and [0.0005,0.01] here"],
      [{ ...plan, source: { ...plan.source, to: 0 } }, "prices is "],
    ] as const) {
      const error = await rejection(runSmall(other, out, { mode: "resume" }));
      expect(error).to.include({ code: "SWEEP_OTHER_SETTINGS" });
      expect(error.message).to.include(difference);
    }
    expect(await filesBelow(`${out}.partial`)).to.deep.equal(before);
  });

  it("begins where there is nothing to go on with, and leaves a finished sweep as it is", async () => {
    await resumed();
    const notices: string[] = [];
    const never = (): never => expect.fail("a finished sweep is walked again");
    const run = { mode: "resume", onNotice: (sentence: string) => notices.push(sentence), openPool: never } as const;
    const summary = await runSmall(smallPlan(), out, run);
    expect(notices).to.have.length(1);
    expect(summary.paths).to.equal(40);
  });

  it("replaces a finished sweep by a new one whole, and keeps it when the new one fails", async () => {
    await runSmall(smallPlan(), out);
    const before = await filesBelow(out);
    await rejection(runSmall(smallPlan(8), out, { writeFile: smallDisk(1) }));
    expect(await filesBelow(out)).to.deep.equal(before);
    await runSmall(smallPlan(8), out, { mode: "resume" });
    expect(Object.keys(await filesBelow(out)).filter((name) => name.startsWith("parts"))).to.have.length(2);
    expect(Object.keys(await place.tree()).filter((name) => /partial|\.out/.test(name))).to.deep.equal([]);
  });

  it("touches no folder with a file that is not of a sweep", async () => {
    await runSmall(smallPlan(), out);
    for (const [file, shown] of [
      ["notes.txt", "notes.txt"],
      ["parts/notes.parquet", "parts/notes.parquet"],
    ] as const) {
      await writeFile(join(out, file), "mine");
      const before = await filesBelow(place.root);
      const error = await rejection(runSmall(smallPlan(), out));
      expect(error).to.include({ code: "OUTPUT_FOREIGN" });
      expect(error.message).to.include(shown);
      expect(await filesBelow(place.root)).to.deep.equal(before);
      await unlink(join(out, file));
    }
    await writeFile(join(place.root, "file"), "mine");
    expect(await rejection(runSmall(smallPlan(), join(place.root, "file")))).to.include({ code: "OUTPUT_NOT_A_FOLDER" });
  });
});
