import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { before, describe, it } from "mocha";
import { sideBySide } from "../../side-by-side.ts";
import type { Allocated } from "./allocated-bytes.ts";

const SCRIPT = fileURLToPath(new URL("./allocated-bytes.ts", import.meta.url));
/** A young generation that no window of the script fills, and a compiler that has finished before the code runs on. */
const FLAGS = ["--min-semi-space-size=64", "--max-semi-space-size=64", "--single-threaded"];

/** A number that a policy answers with is an object of its own. */
const BYTES_OF_A_NUMBER = 16;

const CASES = [
  ["lp", "never"],
  ["all", "never"],
  ["all", "band"],
  ["all", "interval"],
] as const;

async function allocated([books, policy]: (typeof CASES)[number]): Promise<Allocated> {
  const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, SCRIPT, books, policy]);
  return JSON.parse(stdout) as Allocated;
}

describe("sweep/kernel: a step allocates nothing", () => {
  let found: readonly Allocated[];
  before(async () => {
    found = await sideBySide(CASES, allocated);
  });

  // What a path allocates once, for its stream of random numbers and at the expiry of its options, is below half a byte a step here.
  for (const [i, [books, policy]] of CASES.entries()) {
    it(`drawn and walked through ${books === "all" ? `all books, hedged ${policy === "interval" ? "at intervals" : policy}` : "the pool alone"}`, () => {
      const { bytesPerStep, collections, tradesPerStep, swapsPerStep } = found[i]!;
      expect(collections).to.equal(0);
      expect(swapsPerStep).to.be.above(0.01);
      if (policy === "interval") expect(tradesPerStep).to.be.above(0.05);
      expect(bytesPerStep).to.be.within(0, 1 + BYTES_OF_A_NUMBER * tradesPerStep);
    });
  }
});
