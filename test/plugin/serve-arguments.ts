import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { describeInvitation } from "../../src/plugin/describe-invitation.ts";
import { parsePace, parsePort } from "../../src/plugin/serve-arguments.ts";
import { serveCrash } from "../../src/serve-crash.ts";

function codeOf(action: () => unknown): string {
  try {
    return `gives ${JSON.stringify(action())}`;
  } catch (error) {
    return error instanceof InputError ? error.code : String(error);
  }
}

describe("crash serve: arguments", () => {
  it("a pace is real, a factor, or step", () => {
    expect(parsePace("real")).to.deep.equal({ kind: "timed", factor: 1 });
    expect(parsePace("60")).to.deep.equal({ kind: "timed", factor: 60 });
    expect(parsePace("0.5")).to.deep.equal({ kind: "timed", factor: 0.5 });
    expect(parsePace("step")).to.deep.equal({ kind: "step" });
    for (const text of ["", "0", "-1", "1e3", "fast", "Infinity", "100000", "."])
      expect(
        codeOf(() => parsePace(text)),
        text,
      ).to.equal("PACE_INVALID");
  });

  it("a port is a number, or 0 for any", () => {
    expect(["0", "8545", "65535"].map(parsePort)).to.deep.equal([0, 8545, 65_535]);
    for (const text of ["", "-1", "65536", "80.5", "0x50", "http"])
      expect(
        codeOf(() => parsePort(text)),
        text,
      ).to.equal("PORT_INVALID");
  });

  it("a port that is taken ends the run before it begins, with one clear error", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    let opened = 0;
    const run = serveCrash({ port, pace: { kind: "step" }, network, onOpen: () => void (opened += 1) });
    const error = await run.then(
      () => null,
      (reason: unknown) => reason,
    );
    other.close();
    expect(error).to.be.instanceOf(InputError).and.include({ code: "SERVE_PORT" });
    expect((error as Error).message).to.include(String(port));
    expect(opened).to.equal(0);
  });

  it("the invitation says all that a client needs, each on a line that can be copied", () => {
    const account = { address: "0xab", privateKey: "0xcd", base: 25n * 10n ** 17n, quote: 7_000_001n, gas: 10n ** 21n };
    const invitation = {
      url: "http://127.0.0.1:1",
      wsUrl: "ws://127.0.0.1:1",
      chainId: 31_337,
      accounts: [account],
      addresses: { pair: "0x01", feed: "0x02" },
    };
    const lines = describeInvitation(invitation, { kind: "timed", factor: 12 }, "A crash").split("\n");
    for (const text of [
      "http://127.0.0.1:1",
      "ws://127.0.0.1:1",
      "31337",
      "12 times as fast as real time",
      "0xcd",
      "2 WETH, 7 USDC, 1000 ETH",
      "pair",
      "0x01",
    ])
      expect(
        lines.some((line) => line.includes(text)),
        text,
      ).to.equal(true);
  });
});
