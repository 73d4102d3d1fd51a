import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CrashArguments } from "../../src/plugin/arguments.ts";
import { runTask } from "./run-task.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

// The arguments, and how the message begins; all of them say what is allowed.
const faults: readonly (readonly [args: Partial<CrashArguments>, message: string])[] = [
  [{ scenario: "black-thursday" }, "Error SCENARIO_UNKNOWN: there is no scenario black-thursday; did you mean black-thursday-2020?"],
  [{ scenario: "may-19-2012" }, "Error SCENARIO_UNKNOWN: there is no scenario may-19-2012; did you mean may-19-2021?"],
  [{ scenario: "" }, "Error SCENARIO_UNKNOWN: "],
  [{ scenario: "constructor" }, "Error SCENARIO_UNKNOWN: "],
  [{ scenario: "list", json: true }, "Error SCENARIO_RESERVED: list is a subtask, not a scenario: run `npx hardhat crash list`"],
  [{ scenario: "probe" }, "Error SCENARIO_RESERVED: probe is a subtask, not a scenario: run `npx hardhat crash probe`"],
  [{ engine: "anvil" }, 'Error ENGINE_UNKNOWN: there is no engine anvil; found "anvil"; allowed: chain or twin'],
  [{ engine: "" }, "Error ENGINE_UNKNOWN: "],
  [{ seed: "" }, 'Error SEED_INVALID: the seed is no whole number; found ""; allowed: 0 to 9007199254740991'],
  [{ seed: "-1" }, "Error SEED_INVALID: "],
  [{ seed: "1.5" }, "Error SEED_INVALID: "],
  [{ seed: "1e3" }, "Error SEED_INVALID: "],
  [{ seed: "0x10" }, "Error SEED_INVALID: "],
  [{ seed: " 1" }, "Error SEED_INVALID: "],
  [{ seed: "9007199254740992" }, "Error SEED_INVALID: "],
  [{ set: "" }, "Error ARGUMENT_EMPTY: --set is given without a value"],
  [{ set: "market.cost" }, "Error SETTING_SYNTAX: a setting has no '='"],
  [{ set: "market.cost=" }, "Error SETTING_SYNTAX: "],
  [{ set: "market.cost=0.1=2" }, "Error SETTING_INVALID: the setting market.cost has a value that it cannot have"],
  [{ set: "run.blocks=3,,run.blocks=4" }, "Error SETTING_EMPTY: "],
  [{ set: "run.blocks=3,run.blocks=3" }, "Error SETTING_REPEATED: the setting run.blocks is given twice"],
  [{ set: "market.costs=0.1" }, "Error SETTING_UNKNOWN: there is no setting market.costs; did you mean market.cost?"],
  [{ set: "cost=0.1" }, "Error SETTING_UNKNOWN: there is no setting cost; did you mean market.cost?"],
  [{ set: "__proto__.x=1" }, "Error SETTING_UNKNOWN: "],
  [
    { set: "market.cost=1" },
    'Error SETTING_OUT_OF_RANGE: the setting market.cost is out of range; found "1"; allowed: a number from 0 to 0.05',
  ],
  [{ set: "run.blocks=0" }, "Error SETTING_OUT_OF_RANGE: "],
  [{ set: "run.blocks=1.5" }, "Error SETTING_INVALID: "],
  [{ set: "run.blocks=many" }, "Error SETTING_INVALID: "],
  [{ set: "market.cost=NaN" }, "Error SETTING_INVALID: "],
  [{ set: "hedger.policy=sometimes" }, "Error SETTING_INVALID: "],
  [{ set: "pool.liquidity=recorded" }, "Error SETTING_NEEDS_RECORDED_POOL: the scenario black-thursday-2020 has no recorded pool"],
  [{ out: "" }, "Error ARGUMENT_EMPTY: --out is given without a value"],
];

describe("arguments that are wrong get one message, and nothing is written", () => {
  let place: Workplace;

  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  async function messageOf(args: Partial<CrashArguments>): Promise<string> {
    const before = await place.tree();
    const run = await runTask(place.root, args);
    expect(run.success).to.equal(false);
    expect(run.stdout).to.equal("");
    expect(run.stderr, "one line").to.match(/^[^\n]+\n$/);
    expect(await place.tree()).to.deep.equal(before);
    return run.stderr.trimEnd();
  }

  for (const [args, expected] of faults) {
    const shown = Object.entries(args).map(([name, value]) => (value === true ? `--${name}` : `--${name} ${JSON.stringify(value)}`));
    it(shown.join(" "), async () => {
      const message = await messageOf(args);
      expect(message.slice(0, expected.length)).to.equal(expected);
      expect(message).to.include("; found ");
      expect(message).to.match(/; allowed: .+/);
    });
  }

  describe("an output", () => {
    const at = (...names: readonly string[]): string => join(place.root, ...names);

    // Before the run, so that nobody waits in vain.
    const outputs: readonly (readonly [what: string, prepare: () => Promise<unknown>, out: string, message: RegExp])[] = [
      [
        "with someone else's files",
        async () => writeFile(at("notes.txt"), "mine"),
        ".",
        /^Error OUTPUT_FOREIGN: \.: the output folder holds a file that is not ours; found "notes\.txt"; allowed: a folder that does not exist/,
      ],
      [
        "with a file beside names of ours",
        async () => {
          await mkdir(at("out"));
          await writeFile(at("out", "result.json"), '{"name":"mine"}');
        },
        "out",
        /^Error OUTPUT_FOREIGN: out: .*; found "result\.json"/,
      ],
      ["that is the working folder", async () => undefined, ".", /^Error OUTPUT_WORKING_FOLDER: \.: .*; allowed: /],
      [
        "that is a file",
        () => writeFile(at("out"), "mine"),
        "out",
        /^Error OUTPUT_NOT_A_FOLDER: out: the output is not a folder; allowed: /,
      ],
      [
        "in a file",
        () => writeFile(at("out"), "mine"),
        "out/in",
        /^Error OUTPUT_WRITE: out\/in: cannot write the results: ENOTDIR: .*; allowed: /,
      ],
      [
        "with a name that is too long",
        async () => undefined,
        "o".repeat(300),
        /^Error OUTPUT_WRITE: o+: cannot write the results: ENAMETOOLONG: /,
      ],
      ["that is a link to itself", () => symlink("out", at("out")), "out", /^Error OUTPUT_WRITE: out: cannot write the results: ELOOP: /],
    ];
    for (const [what, prepare, out, message] of outputs)
      it(what, async () => {
        await prepare();
        expect(await messageOf({ out })).to.match(message);
      });

    it("where one may not write", async function () {
      if (process.platform === "win32") this.skip();
      await mkdir(at("locked"), { mode: 0o555 });
      await chmod(place.root, 0o755);
      // Whoever runs everything as root may write anywhere, so be somebody else meanwhile. The look before the run asks for the real user, and
      // then it is the writing after it that says the same.
      const isRoot = process.geteuid?.() === 0;
      if (isRoot) process.seteuid?.(65_534);
      try {
        expect(await messageOf({ out: "locked/new/out", set: "run.blocks=2" })).to.match(
          /^Error OUTPUT_WRITE: locked\/new\/out: cannot write the results: EACCES: /,
        );
      } finally {
        if (isRoot) process.seteuid?.(0);
      }
    });
  });
});
