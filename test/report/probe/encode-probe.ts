import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { describe, it } from "mocha";
import { encodeProbe } from "../../../src/report/probe/encode-probe.ts";
import { probeFiles } from "../../../src/report/probe/probe-files.ts";
import { probeJsonSchema } from "../../../src/report/probe/probe-json-schema.ts";
import { isOutputFile } from "../../../src/report/output-files.ts";
import { makeProbe } from "./fixture.ts";

describe("probe.json", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(probeJsonSchema()) as object);

  it("is what was probed, as its published schema allows it", () => {
    for (const probe of [makeProbe(), makeProbe({ nothing: true })]) {
      const text = encodeProbe(probe);
      expect(JSON.parse(text)).to.deep.equal(probe);
      expect(text.endsWith("}\n")).to.equal(true);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true);
    }
  });

  it("has its keys in the order of the schema, whatever that of the result is", () => {
    const probe = makeProbe();
    const turned = { pools: probe.pools.map((pool) => Object.fromEntries(Object.entries(pool).reverse())), seed: 1, schemaVersion: 1 };
    expect(encodeProbe(turned as unknown as typeof probe)).to.equal(encodeProbe(probe));
  });

  it("refuses what is no number, an unknown key, and a reading that has both a value and a reason", () => {
    const probe = makeProbe();
    const [pool] = probe.pools;
    if (pool === undefined) throw new Error("no pool");
    const faulty = [
      { ...pool, value: NaN },
      { ...pool, extra: 1 },
      { ...pool, readings: { ...pool.readings, depth: { value: { down: 1, up: 1 }, why: "none" } } },
      { ...pool, readings: { ...pool.readings, depth: { value: { down: Infinity, up: 1 }, why: null } } },
    ];
    for (const each of faulty)
      expect(() => encodeProbe({ ...probe, pools: [each as typeof pool] }))
        .to.throw()
        .with.property("code", "RESULT_INVALID");
  });

  it("stands beside its schema and its page, all files of ours", () => {
    const files = probeFiles(makeProbe());
    expect([...files.keys()]).to.deep.equal(["probe.json", "probe.schema.json", "index.html"]);
    for (const name of files.keys()) expect(isOutputFile(name)).to.equal(true);
  });
});
