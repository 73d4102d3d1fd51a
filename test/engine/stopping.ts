import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";

describe("engine: a run on the twin", () => {
  it("hears who wants to stop it, although it never waits for anything itself", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    let reached = 0;
    // As a signal of the operating system, it comes when the process has a turn for it.
    setTimeout(() => stop.abort(reason), 0);
    const ended: unknown = await runCrash({ engine: "twin", signal: stop.signal, onBlock: (block) => (reached = block) }).catch(
      (error: unknown) => error,
    );
    expect(ended).to.equal(reason);
    expect(reached).to.be.within(1, 1_000);
  });
});
