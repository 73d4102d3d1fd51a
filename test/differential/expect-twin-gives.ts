import { expect } from "chai";
import type { CrashResult } from "../../src/core/result.ts";
import { type CrashOptions, runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";

/** The twin's run has the bytes of the chain's, but for the key `engine`. */
export async function expectTwinGives(chain: CrashResult, options: CrashOptions): Promise<void> {
  const twin = await runCrash({ ...options, engine: "twin" });
  expect([chain.engine.name, twin.engine.name]).to.deep.equal(["chain", "twin"]);
  expect(twin.engine.gasDifference).to.equal("0");
  expect(encodeResult({ ...twin, engine: chain.engine })).to.equal(encodeResult(chain));
}
