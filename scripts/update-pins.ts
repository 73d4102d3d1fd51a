/** Writes the hashes of the pinned results anew: `npm run pins`, after a change that is meant to change them. */
import { writeFileSync } from "node:fs";
import { PINNED, pinOf } from "../test/pins-cases.ts";

const pins: Record<string, string> = {};
for (const [name, options] of Object.entries(PINNED)) pins[name] = await pinOf(options);
writeFileSync(new URL("../test/pins.json", import.meta.url), `${JSON.stringify(pins, null, 2)}\n`);
console.log(pins);
