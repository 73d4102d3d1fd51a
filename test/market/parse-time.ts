import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { parseTime } from "../../src/market/parse-time.ts";

describe("parseTime", () => {
  const at = Date.UTC(2020, 2, 12, 10, 40) / 1000;
  for (const [text, seconds, format] of [
    ["1584009600", at, "unix seconds"],
    ["1584009600.0", at, "unix seconds"],
    ["2020-03-12", at - 38_400, "date"],
    ["2020-03-12 10:40", at, "date and time"],
    ["2020-03-12T10:40:00", at, "date and time"],
    ["2020-03-12T10:40:00Z", at, "date and time with zone"],
    ["2020-03-12T10:40:00.000Z", at, "date and time with zone"],
    ["2020-03-12T11:40:00+01:00", at, "date and time with zone"],
    ["2020-03-12T05:10:00-0530", at, "date and time with zone"],
  ] as const)
    it(`reads ${text}`, () => expect(parseTime(text)).to.deep.equal({ seconds, format }));

  for (const text of [
    "",
    "noon",
    "2020-02-30",
    "2020-13-01",
    "2020-03-12T25:00:00Z",
    "2020-03-12T10:61Z",
    "1584009600000",
    "-5",
    "12.5",
    "12/03/2020",
    "NaN",
  ])
    it(`refuses ${JSON.stringify(text)}`, () => expect(parseTime(text)).to.equal(null));

  it("reads back what Date writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
        expect(parseTime(new Date(seconds * 1000).toISOString())?.seconds).to.equal(seconds);
        expect(parseTime(String(seconds))?.seconds).to.equal(seconds);
      }),
    );
  });
});
