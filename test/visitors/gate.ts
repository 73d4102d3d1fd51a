import { expect } from "chai";
import { describe, it } from "mocha";
import { Gate } from "../../src/visitors/gate.ts";

/** Lets everything that can happen now happen. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("visitors/gate", () => {
  it("lets one through at a time, in their order, and none while it is closed", async () => {
    const gate = new Gate();
    const log: string[] = [];
    const jobs = ["a", "b", "c"].map((name) =>
      gate.run(async () => {
        log.push(`${name} in`);
        await rest();
        log.push(`${name} out`);
        return name;
      }),
    );
    await rest();
    expect(log).to.deep.equal([]);
    gate.open();
    await rest();
    await gate.close();
    expect(log, "the job at hand is finished").to.satisfy((lines: string[]) => lines.length % 2 === 0 && lines.length < 6);
    const before = log.length;
    await rest();
    expect(log).to.have.length(before);
    gate.open();
    expect(await Promise.all(jobs)).to.deep.equal(["a", "b", "c"]);
    expect(log).to.deep.equal(["a in", "a out", "b in", "b out", "c in", "c out"]);
  });

  it("goes on after a job that failed, and refuses what waits and comes when it has ended", async () => {
    const gate = new Gate();
    gate.open();
    const words = await Promise.allSettled([gate.run(() => Promise.reject(new Error("one"))), gate.run(async () => "two")]);
    expect(words.map(({ status }) => status)).to.deep.equal(["rejected", "fulfilled"]);
    await gate.close();
    const waiting = gate.run(async () => "never");
    await gate.end(new Error("over"));
    for (const each of [waiting, gate.run(async () => "never")])
      expect(await each.then(String, (error: Error) => error.message)).to.equal("over");
  });
});
