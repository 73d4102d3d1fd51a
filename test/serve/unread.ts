import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { describe, it } from "mocha";
import { WebSocket, WebSocketServer } from "ws";
import { SocketSender } from "../../src/serve/socket-sender.ts";
import { Listener, post, rawPost, rawSocket, request, withServer } from "./with-server.ts";

describe("serve: a client that never reads", () => {
  const unreadBytes = 262_144;
  const at = withServer({ limits: { unreadBytes, replyLength: 1_048_576 } });

  /** Both ends of a connection, of which the client reads nothing. */
  async function deafPair(): Promise<{ readonly socket: WebSocket; readonly client: WebSocket; readonly close: () => void }> {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1", autoPong: false });
    await once(server, "listening");
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const [[socket]] = (await Promise.all([once(server, "connection"), once(client, "open")])) as [[WebSocket], unknown];
    client.pause();
    return { socket, client, close: () => server.close() };
  }

  it("what waits for it stays within the limit, whatever is sent, and then it is cut off with 1013 and a reason", async () => {
    const { socket, client, close } = await deafPair();
    const sender = new SocketSender(socket, unreadBytes);
    let ended = false;
    sender.onEnd(() => {
      ended = true;
    });
    let most = 0;
    let sent = 0;
    while (!ended) {
      for (let i = 0; i < 20; i += 1) {
        const size = 1 + ((sent * 7_919) % 20_000);
        void sender.send("é".repeat(size));
        if (!ended) sent += 2 * size;
        most = Math.max(most, socket.bufferedAmount);
      }
      await new Promise(setImmediate);
    }
    expect(most).to.be.within(unreadBytes - 40_140, unreadBytes);
    expect(sent).to.be.above(unreadBytes);
    let heard = 0;
    client.on("message", (data: Buffer) => {
      heard += data.length;
    });
    client.resume();
    const [code, reason] = (await once(client, "close")) as [number, Buffer];
    expect([code, reason.toString()]).to.deep.equal([1013, "more than 262144 bytes were not read"]);
    expect(heard).to.equal(sent);
    close();
  });

  it("cannot fill the server with the answers to its pings", async () => {
    const { socket, client, close } = await deafPair();
    const sender = new SocketSender(socket, unreadBytes);
    let ended = false;
    sender.onEnd(() => {
      ended = true;
    });
    while (!ended) {
      for (let i = 0; i < 1_000; i += 1) client.ping(Buffer.alloc(125));
      await new Promise(setImmediate);
      expect(socket.bufferedAmount).to.be.at.most(unreadBytes);
    }
    client.terminate();
    socket.terminate();
    close();
  });

  it("has each ping answered once while it reads", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const pongs: string[] = [];
    listener.socket.on("pong", (data: Buffer) => pongs.push(data.toString()));
    for (const text of ["a", "b"]) listener.socket.ping(text);
    expect((await listener.ask("eth_syncing")).result).to.equal(false);
    expect(pongs).to.deep.equal(["a", "b"]);
  });

  it("loses its subscriptions, while one that reads hears of every block", async () => {
    const [deaf, awake] = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    for (const listener of [deaf, awake]) expect((await listener.ask("eth_subscribe", ["newHeads"])).result).to.equal("0x1");
    deaf.socket.pause();
    const ended = deaf.ended();
    const heights: number[] = [];
    for (let i = 0; i < 3_000; i += 1) {
      at.node.mine([], { padding: "x".repeat(10_000) });
      heights.push(Number((await awake.next()).params.result.number));
    }
    expect(heights).to.deep.equal(Array.from({ length: 3_000 }, (_, i) => i + 1));
    deaf.socket.resume();
    expect((await ended).code).to.be.oneOf([1013, 1006]);
  });

  it("gets no second answer called while it has not taken the first: the node is spared, over WebSocket and HTTP", async () => {
    at.node.onRead = () => "x".repeat(200_000);
    const calls = 200;
    const deaf = await Listener.open(at.server.wsUrl);
    deaf.socket.pause();
    for (let id = 0; id < calls; id += 1) deaf.send(request("eth_chainId", [], id));
    const socket = await rawSocket(at.server.url);
    socket.pause();
    for (let id = 0; id < calls; id += 1) socket.write(rawPost(JSON.stringify(request("net_version", [], id))));
    for (let i = 0; i < 100; i += 1) expect((await post(at.server.url, request("eth_syncing"))).json.result).to.equal(false);
    for (const method of ["eth_chainId", "net_version"]) {
      expect(at.node.calls.filter((call) => call.method === method).length, method).to.be.within(1, calls / 2);
    }
    socket.destroy();
  });
});
