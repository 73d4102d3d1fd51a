import { createHash } from "node:crypto";
import { encodeResult } from "../src/report/encode-result.ts";
import type { CrashOptions } from "../src/crash.ts";
import { pinnedResult } from "./pinned-result.ts";

/** Runs whose bytes are pinned: short, but with everything at work. */
export const PINNED: Readonly<Record<string, CrashOptions>> = {
  "black-thursday-2020": { scenario: "black-thursday-2020", seed: 1, set: { "run.blocks": 400 } },
  "black-thursday-2020, band": { scenario: "black-thursday-2020", seed: 2, set: { "run.blocks": 300, "hedger.policy": "band" } },
  "may-19-2021": { scenario: "may-19-2021", seed: 1, set: { "run.blocks": 400 } },
  "calm-day, eip-1559": {
    scenario: "calm-day",
    seed: 3,
    set: { "run.blocks": 300, "mempool.fees": "eip-1559", "mempool.blockProcess": "fixed" },
  },
};

/** SHA-256 of the bytes of `result.json`, chain hashes included. */
export async function pinOf(options: CrashOptions): Promise<string> {
  return createHash("sha256")
    .update(encodeResult(await pinnedResult(options)))
    .digest("hex");
}
