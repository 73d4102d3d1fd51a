import { once } from "node:events";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { WebSocket } from "ws";
import { checkCaller } from "../../src/serve/check-caller.ts";
import { hearAll, Listener, rawPost, rawSocket, request, withServer } from "./with-server.ts";

const allowed = ["https://example.org"];
const goodHosts = ["localhost", "LOCALHOST:8545", "127.0.0.1", "127.0.0.1:1", "[::1]:65535"];
const badHosts = [
  undefined,
  "",
  "example.org",
  "localhost.example.org",
  "127.0.0.1.example.org",
  "example.org:8545",
  "localhost@example.org",
  "localhost:8545@example.org",
  "localhost/",
  "localhost:",
  "localhost:123456",
  "0.0.0.0",
  "10.0.0.1",
  "127.0.0.1\t",
];
const goodOrigins = [undefined, "http://localhost:3000", "https://127.0.0.1", "http://[::1]:5173", ...allowed];
const badOrigins = [
  "",
  "null",
  "https://example.com",
  "http://example.org",
  "https://example.org:444",
  "https://example.org.evil.com",
  "http://localhost.evil.com",
  "http://evil.com/localhost",
  "http://localhost@evil.com",
  "file://",
  "chrome-extension://abcdef",
];

describe("serve: who may call", () => {
  it("the loopback by any of its names, programs, pages of this machine, and pages that are allowed", () => {
    for (const host of goodHosts)
      for (const origin of goodOrigins) expect(checkCaller({ host, origin }, allowed), `${host} ${origin}`).to.equal(undefined);
  });

  it("no other name of this machine, and no other page", () => {
    for (const host of badHosts) expect(checkCaller({ host, origin: undefined }, allowed), String(host)).to.match(/^the host must be/);
    for (const origin of badOrigins) expect(checkCaller({ host: "localhost", origin }, allowed), origin).to.match(/^web pages/);
  });

  it("never a page whose host, as a browser reads its address, is another", () => {
    const part = fc.constantFrom(
      "localhost",
      "127.0.0.1",
      "[::1]",
      "evil.com",
      ".",
      "@",
      ":",
      "8545",
      "/",
      "#",
      "?",
      "http://",
      "https://",
      "a",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const origin = parts.join("");
        if (checkCaller({ host: "localhost", origin }, []) !== undefined) return;
        expect(new URL(origin).hostname).to.be.oneOf(["localhost", "127.0.0.1", "[::1]"]);
      }),
      { numRuns: 5_000, examples: [[["http://", "localhost", ":", "8545"]]] },
    );
  });
});

describe("serve: who is answered", () => {
  const at = withServer({ allowedOrigins: allowed });
  const body = JSON.stringify(request("eth_sendRawTransaction", ["0x02"]));
  const ask = async (text: string): Promise<string> => {
    const socket = await rawSocket(at.server.url);
    const heard = hearAll(socket);
    socket.write(text);
    return heard;
  };
  const head = (method: string, path: string, headers: Readonly<Record<string, string>>): string =>
    `${[`${method} ${path} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\nconnection: close\r\n\r\n`;

  it("listens at the loopback only", () => {
    expect(new URL(at.server.url).hostname).to.equal("127.0.0.1");
    expect(new URL(at.server.wsUrl).port).to.equal(new URL(at.server.url).port);
  });

  for (const headers of [
    { origin: "https://evil.com" },
    { origin: "null" },
    { host: "evil.com" },
    { host: "evil.com", origin: "http://evil.com" },
  ]) {
    it(`403 with an error and without CORS to ${JSON.stringify(headers)}, whatever it asks`, async () => {
      const requests = [
        rawPost(body, { connection: "close", "content-type": "text/plain", ...headers }),
        head("OPTIONS", "/", { host: "localhost", "access-control-request-method": "POST", ...headers }),
        head("GET", "/", { host: "localhost", ...headers }),
        head("POST", "/other", { host: "localhost", "content-length": "0", ...headers }),
      ];
      for (const text of requests) {
        const heard = await ask(text);
        expect(heard).to.match(/^HTTP\/1\.1 403 Forbidden\r\n/);
        expect(heard.toLowerCase()).to.not.include("access-control");
        expect(heard).to.include('"error":{"code":-32600,');
      }
      expect(at.node.calls).to.deep.equal([]);
    });
  }

  it("403 without a host at all", async () => {
    expect(await ask(`POST / HTTP/1.0\r\ncontent-length: ${body.length}\r\n\r\n${body}`)).to.match(/^HTTP\/1\.1 403 /);
    expect(await ask(`POST / HTTP/1.1\r\ncontent-length: ${body.length}\r\n\r\n${body}`)).to.match(/^HTTP\/1\.1 400 /);
    expect(at.node.calls).to.deep.equal([]);
  });

  for (const origin of ["http://localhost:3000", "https://example.org"]) {
    it(`a page of ${origin} is answered, and its browser told that it may read`, async () => {
      const preflight = await ask(head("OPTIONS", "/", { host: "localhost", origin, "access-control-request-method": "POST" }));
      expect(preflight).to.match(/^HTTP\/1\.1 204 /);
      expect(preflight).to.include(`access-control-allow-origin: ${origin}\r\n`);
      expect(preflight).to.include("access-control-allow-methods: POST\r\n");
      expect(preflight).to.include("access-control-allow-headers: content-type, x-flashbots-signature\r\n");
      const answer = await ask(rawPost(body, { connection: "close", origin }));
      expect(answer).to.match(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).to.include(`access-control-allow-origin: ${origin}\r\n`);
      expect(at.node.calls).to.have.length(1);
    });
  }

  for (const [method, path, status] of [
    ["GET", "/", 405],
    ["PUT", "/", 405],
    ["DELETE", "/", 405],
    ["HEAD", "/", 405],
    ["OPTIONS", "/", 204],
    ["POST", "/rpc", 404],
    ["GET", "/favicon.ico", 404],
    ["POST", "/?x", 404],
    ["POST", "//", 404],
  ] as const) {
    it(`${method} ${path}: ${status}`, async () => {
      const heard = await ask(head(method, path, { host: "localhost", "content-length": "0" }));
      expect(heard).to.match(new RegExp(`^HTTP/1\\.1 ${status} `));
      if (status !== 404) expect(heard).to.include("allow: POST, OPTIONS\r\n");
      expect(heard.toLowerCase()).to.not.include("access-control");
    });
  }

  it("an offer of HTTP/2 is passed over", async () => {
    const offer = { connection: "close, Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAoAAAAAIAAAAA" };
    const heard = await ask(rawPost(body, offer));
    expect(heard).to.match(/^HTTP\/1\.1 200 OK\r\n/);
    expect(at.node.calls).to.have.length(1);
  });

  for (const [headers, path] of [
    [{ origin: "https://evil.com" }, "/"],
    [{ origin: "null" }, "/"],
    [{ host: "evil.com" }, "/"],
  ] as const) {
    it(`no WebSocket for ${JSON.stringify(headers)}`, async () => {
      const socket = new WebSocket(at.server.wsUrl + path, { headers });
      const [error] = (await once(socket, "error")) as [Error];
      expect(error.message).to.equal("Unexpected server response: 403");
    });
  }

  it("no WebSocket at another path", async () => {
    const [error] = (await once(new WebSocket(`${at.server.wsUrl}/rpc`), "error")) as [Error];
    expect(error.message).to.equal("Unexpected server response: 404");
  });

  it("a WebSocket for pages that are allowed", async () => {
    for (const origin of ["http://localhost:3000", "https://example.org"]) {
      const listener = await Listener.open(at.server.wsUrl, { origin });
      expect((await listener.ask("eth_chainId")).result).to.equal("0x7a69");
    }
  });
});
