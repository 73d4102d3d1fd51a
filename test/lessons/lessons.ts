import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { lessons } from "./experiments/lessons.ts";
import { page } from "./experiments/page.ts";

describe("lessons", () => {
  it("docs/lessons.md says what the sweeps give now", async () => {
    expect(readFileSync(new URL("../../docs/lessons.md", import.meta.url), "utf8")).to.equal(page(await lessons()));
  });
});
