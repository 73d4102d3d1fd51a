import { expect } from "chai";
import { describe, it } from "mocha";
import { expectIdentities } from "../engine/expect-identities.ts";
import { Listener } from "../serve/with-server.ts";
import { network } from "hardhat";
import { serveCrash } from "../../src/serve-crash.ts";
import { livelyWindow } from "../engine/lively-window.ts";

describe("a served run that keeps its own pace", () => {
  it("goes on while nobody answers, tells of every block, and refuses to be stepped", async () => {
    const heads: number[] = [];
    let refused = "";
    const { crash } = await serveCrash({
      port: 0,
      pace: { kind: "timed", factor: 200 },
      scenario: livelyWindow("may-19-2021"),
      set: { "run.blocks": 12 },
      network,
      graceMilliseconds: 300,
      async onOpen({ wsUrl }) {
        const listener = await Listener.open(wsUrl);
        await listener.ask("eth_subscribe", ["newHeads"]);
        refused = (await listener.ask("crash_step")).error.message;
        listener.socket.on("message", (data: Buffer) => void heads.push(Number(JSON.parse(data.toString()).params.result.number)));
      },
    });
    expectIdentities(crash, 12);
    expect(refused).to.include("keeps its own pace");
    expect(heads.map((height) => height - (heads[0] ?? 0))).to.deep.equal(Array.from({ length: 12 }, (_, i) => i));
  });

  it("ends with the reason of its signal, whatever waits, and lets its port go", async () => {
    for (const pace of [{ kind: "step" }, { kind: "timed", factor: 1 }] as const) {
      const controller = new AbortController();
      let url = "";
      const run = serveCrash({
        port: 0,
        pace,
        network,
        set: { "run.blocks": 5 },
        signal: controller.signal,
        onOpen(invitation) {
          ({ url } = invitation);
          setImmediate(() => controller.abort(new Error("enough")));
        },
      });
      expect(await run.then(String, (error: Error) => error.message)).to.equal("enough");
      expect(await fetch(url, { method: "POST" }).then(String, () => "nobody there")).to.equal("nobody there");
    }
  });
});
