import { once } from "node:events";
import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { openServer } from "../../src/serve/open-server.ts";
import { start } from "../plugin/spawn-hardhat.ts";
import { FakeNode } from "./fake-node.ts";
import { hearAll, Listener, rawPost, rawSocket, request } from "./with-server.ts";

const address = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href);

describe("serve: close", () => {
  it("ends idle, busy and deaf connections, stops hearing of the node, frees the port, and may be called twice", async () => {
    const node = new FakeNode();
    const server = await openServer(node, { port: 0 });
    const port = Number(new URL(server.url).port);
    const [idle, busy, deaf] = [await Listener.open(server.wsUrl), await Listener.open(server.wsUrl), await Listener.open(server.wsUrl)];
    await idle.ask("eth_subscribe", ["newHeads"]);
    const reached = new Promise<void>((resolve) => {
      node.onRead = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    busy.send(request("eth_chainId"));
    await reached;
    deaf.socket.pause();
    const waiting = await rawSocket(server.url);
    waiting.write(rawPost(JSON.stringify(request("eth_chainId"))));
    const halfway = await rawSocket(server.url);
    halfway.write("POST / HTTP/1.1\r\nhost:");
    const ended = Promise.all([idle.ended(), busy.ended(), hearAll(waiting), hearAll(halfway)]);
    await Promise.all([server.close(), server.close()]);
    expect((await ended).slice(0, 2)).to.deep.equal([
      { code: 1001, reason: "the server closes" },
      { code: 1001, reason: "the server closes" },
    ]);
    expect(node.listeners).to.equal(0);
    const again = await openServer(node, { port });
    expect(again.url).to.equal(server.url);
    await again.close();
    deaf.socket.terminate();
  });

  it("leaves nothing that keeps the process alive, even where clients stay", async () => {
    const program = `
      import { once } from "node:events";
      import { openServer } from ${address("../../src/serve/open-server.ts")};
      import { FakeNode } from ${address("fake-node.ts")};
      const server = await openServer(new FakeNode(), { port: 0 });
      console.log(server.wsUrl);
      await once(process.stdin, "data");
      process.stdin.destroy();
      await server.close();
      console.log("closed");
    `;
    const { child, ended } = start([process.execPath, "--input-type=module", "--eval", program]);
    const [line] = (await once(child.stdout ?? expect.fail("no output"), "data")) as [string];
    const wsUrl = line.trim();
    const [reading, deaf] = [await Listener.open(wsUrl), await Listener.open(wsUrl)];
    await reading.ask("eth_subscribe", ["newHeads"]);
    deaf.socket.pause();
    const kept = await rawSocket(wsUrl);
    kept.on("error", () => kept.destroy());
    kept.write(rawPost(JSON.stringify(request("eth_chainId"))));
    await once(kept, "data");
    child.stdin?.write("close\n");
    const { code, stdout, stderr } = await ended;
    expect(stdout).to.match(/closed\n$/);
    expect([code, stderr]).to.deep.equal([0, ""]);
    deaf.socket.terminate();
  });
});

describe("serve: a port that cannot be had", () => {
  for (const port of [-1, 65_536, 1.5, Number.NaN]) {
    it(`${port} is an input error`, async () => {
      const error: unknown = await openServer(new FakeNode(), { port }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(InputError);
      expect(error).to.have.property("code", "SERVE_PORT");
    });
  }

  it("one that another listens at is an input error that names it, and hears nothing of the node", async () => {
    const node = new FakeNode();
    const server = await openServer(node, { port: 0 });
    const port = Number(new URL(server.url).port);
    const error: unknown = await openServer(node, { port }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(InputError);
    expect((error as InputError).facts.value).to.equal(String(port));
    expect(node.listeners).to.equal(2);
    await server.close();
  });
});
