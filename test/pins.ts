import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { PINNED, pinOf } from "./pins-cases.ts";

const pins = JSON.parse(readFileSync(new URL("pins.json", import.meta.url), "utf8")) as Record<string, string>;

/** After a change that is meant to change results: `npm run pins`, and say in the changelog why they moved. */
describe("pinned results", () => {
  for (const [name, options] of Object.entries(PINNED)) {
    it(`${name} gives the pinned bytes`, async () => {
      expect(await pinOf(options)).to.equal(pins[name]);
    });
  }
});
