import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { CrashError } from "../../../src/core/errors.ts";
import { openThreads } from "../../../src/sweep/chunks/open-threads.ts";
import { SWEEP_WORKER } from "../../../src/sweep.ts";
import type { SweepPlan } from "../../../src/sweep/plan/plan.ts";
import { makeWorkplace, type Workplace } from "../../plugin/workplace.ts";
import { filesBelow, runSmall } from "../run-small.ts";
import { smallPlan } from "../small-plan.ts";

const DYING = new URL("./dying-worker.ts", import.meta.url);

describe("sweep: threads", () => {
  let place: Workplace;

  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  const deadly = async (deaths: number): Promise<SweepPlan> => {
    const file = join(place.root, "deaths");
    await writeFile(file, "");
    const plan = smallPlan();
    return { ...plan, scenario: { ...plan.scenario, title: JSON.stringify({ file, chunk: 3, deaths }) } };
  };

  it("leave the same bytes whatever their number", async () => {
    await runSmall(smallPlan(), join(place.root, "none"));
    for (const count of [1, 2, 3])
      await runSmall(smallPlan(), join(place.root, String(count)), { openPool: (job) => openThreads(job, count, SWEEP_WORKER) });
    const [none, ...others] = await Promise.all(["none", "1", "2", "3"].map((name) => filesBelow(join(place.root, name))));
    for (const other of others) expect(other).to.deep.equal(none);
  });

  it("that die are replaced, and the chunk is done again", async () => {
    const notices: string[] = [];
    const plan = await deadly(3);
    await runSmall(plan, join(place.root, "out"), {
      openPool: (job) => openThreads(job, 2, DYING),
      onNotice: (sentence) => notices.push(sentence),
    });
    expect(notices).to.have.length(3);
    expect(notices[2]).to.match(/^A worker died on chunk 3 \(.*exit.*3\); done again, attempt 3 of 3\.$/);
    await runSmall(plan, join(place.root, "sound"));
    expect(await filesBelow(join(place.root, "out"))).to.deep.equal(await filesBelow(join(place.root, "sound")));
  });

  it("that die a fourth time end the sweep with the chunk's number, and the rest is kept", async () => {
    const plan = await deadly(4);
    let thrown: unknown;
    const run = { openPool: (job: Parameters<typeof openThreads>[0]) => openThreads(job, 2, DYING) };
    await runSmall(plan, join(place.root, "out"), run).catch((error: unknown) => {
      thrown = error;
    });
    expect(thrown).to.be.instanceOf(CrashError).and.include({ code: "SWEEP_WORKER_DIED" });
    expect((thrown as Error).message).to.include("4 times on chunk 3");
    expect(Object.keys(await filesBelow(join(place.root, "out.partial", "parts")))).to.include("part-0000000.parquet");
    await runSmall(plan, join(place.root, "out"), { mode: "resume" });
  });
});
