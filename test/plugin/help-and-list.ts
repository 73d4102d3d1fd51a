import { expect } from "chai";
import { describe, it } from "mocha";
import { IdentityError } from "../../src/core/errors.ts";
import { DEFAULTS } from "../../src/plugin/arguments.ts";
import { describeList } from "../../src/plugin/describe-list.ts";
import { fail } from "../../src/plugin/fail.ts";
import { terminalWidth } from "../../src/plugin/terminal-width.ts";
import { listLaws, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { describeSettings } from "../../src/scenarios/settings.ts";
import { catchOutput } from "./catch-output.ts";
import { runHardhat } from "./spawn-hardhat.ts";

describe("crash --help", () => {
  it("names every option with what it is when nobody says anything", async () => {
    const { code, stdout, stderr } = await runHardhat(["crash", "--help"]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    for (const [option, value] of Object.entries(DEFAULTS)) {
      expect(stdout).to.match(new RegExp(`^  (--)?${option} .*\\(default: ${value}\\)$`, "m"));
    }
    expect(stdout).to.match(/^ {2}--json .*\n/m);
    expect(stdout).to.match(/^ {2}--quiet .*\n/m);
    expect(stdout).to.match(/^ {2}crash list +Lists the scenarios and the settings$/m);
  });
});

describe("crash list", () => {
  const scenarios = listScenarios();
  const laws = listLaws();

  it("prints the list and nothing else", async () => {
    expect(await runHardhat(["crash", "list"])).to.deep.equal({
      code: 0,
      signal: null,
      stderr: "",
      stdout: `${describeList(scenarios, laws, 100)}\n`,
    });
  });

  for (const width of [40, 60, 80, 100]) {
    const text = describeList(scenarios, laws, width);
    const flat = text.replace(/\s+/g, "");

    it(`fits ${width} columns`, () => {
      expect(text.split("\n").filter((line) => [...line].length > width)).to.deep.equal([]);
      expect(text).to.not.match(/[ \t]$/m);
    });

    it(`names every scenario and every setting at ${width} columns, none of it lost`, () => {
      for (const { name, title, what } of [...scenarios, ...laws])
        for (const part of [name, title, what]) expect(flat).to.include(part.replace(/\s+/g, ""));
      for (const { key, default: value, description, allowed } of describeSettings())
        expect(flat).to.include(`${key}=${String(value)}${description}${allowed}`.replace(/\s+/g, ""));
    });
  }

  it("says what a scenario sets instead", () => {
    expect(describeList(scenarios, laws, 100)).to.match(/may-19-2021\n[^]*Sets pool\.value=[\d.]+, pool\.liquidity=recorded, /);
  });
});

describe("the width to write in", () => {
  it("is the terminal's, at most 100, and 100 without a terminal or where it says nothing", () => {
    expect(terminalWidth({ isTTY: true, columns: 72 })).to.equal(72);
    expect(terminalWidth({ isTTY: true, columns: 240 })).to.equal(100);
    expect(terminalWidth({ isTTY: true, columns: 0 })).to.equal(100);
    expect(terminalWidth({ isTTY: false, columns: 72 })).to.equal(100);
  });
});

describe("what is no mistake of the user", () => {
  it("is thrown on", () => {
    const error = new TypeError("a defect");
    expect(() => fail(error)).to.throw(error);
  });

  it("is called a defect where the books do not balance", async () => {
    const { value, stderr } = await catchOutput(() => fail(new IdentityError(3, 7, "pair, base: 1 wei")));
    expect(value.success).to.equal(false);
    expect(stderr).to.equal(
      "Error IDENTITY_3: identity 3 is broken in block 7: pair, base: 1 wei\nThis is a defect of hardhat-crash. Nothing was written.\n",
    );
  });
});
