import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { type Ended, runHardhat } from "./spawn-hardhat.ts";
import { sideBySide } from "../side-by-side.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

describe("bad input to the real command, under CI=true", () => {
  let place: Workplace;
  let ran: readonly Ended[];

  before(async () => {
    place = await makeWorkplace();
    await writeFile(join(place.root, "bad.csv"), "time,price\n2020-03-12T00:00:00Z,10\n2020-03-12T00:10:00Z,-1\n");
    ran = await sideBySide(cases, ([, args]) => runHardhat(["crash", ...args(place.root)]));
  });
  after(() => place.remove());

  const cases: readonly (readonly [what: string, args: (root: string) => readonly string[], stderr: (root: string) => string])[] = [
    [
      "a price file",
      (root) => ["--path", `${root}/bad.csv`, "--out", `${root}/out`],
      (root) =>
        `Error PATH_NOT_POSITIVE: ${root}/bad.csv, line 3, column price: a price is not positive; found "-1"; allowed: a number from 0.000001 to `,
    ],
    ["a scenario", () => ["calm-days"], () => "Error SCENARIO_UNKNOWN: there is no scenario calm-days; did you mean calm-day?"],
    ["a subtask after an option", () => ["--json", "list"], () => "Error SCENARIO_RESERVED: list is a subtask, not a scenario: "],
    [
      "a setting",
      (root) => ["--set", "run.blocks=0", "--out", `${root}/out`],
      () => 'Error SETTING_OUT_OF_RANGE: the setting run.blocks is out of range; found "0"; allowed: a whole number from 1 to ',
    ],
    [
      "someone else's folder",
      (root) => ["--out", root],
      (root) => `Error OUTPUT_FOREIGN: ${root}: the output folder holds a file that is not ours`,
    ],
  ];
  for (const [i, [what, , expected]] of cases.entries())
    it(what, async () => {
      const { code, stdout, stderr } = ran[i]!;
      expect(stderr.startsWith(expected(place.root)), stderr).to.equal(true);
      expect(stderr, "one line").to.match(/^[^\n]+\n$/);
      expect(stdout).to.equal("");
      expect(code).to.equal(1);
      expect(Object.keys(await place.tree())).to.deep.equal(["bad.csv"]);
    });
});
