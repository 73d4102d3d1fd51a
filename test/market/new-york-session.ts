import { expect } from "chai";
import { describe, it } from "mocha";
import { newYorkSession } from "../../src/market/new-york-session.ts";

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", hour: "2-digit", minute: "2-digit", hour12: false });
const inNewYork = (time: number): string => clock.format(new Date(time * 1000));
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const utc = (time: number): string => new Date(time * 1000).toISOString();

describe("newYorkSession", () => {
  it("opens at 09:30 there on every day of 40 years, as the tables of the time zone have it", () => {
    for (let day = midnight("1985-10-01"); day < midnight("2025-12-31"); day += 86_400)
      expect(inNewYork(newYorkSession(day).opensAt), utc(day)).to.equal("09:30");
  });

  for (const [day, opens, closes] of [
    ["1986-04-25", "14:30", "21:00"],
    ["1986-04-28", "13:30", "20:00"],
    ["1987-04-06", "13:30", "20:00"],
    ["1987-10-19", "13:30", "20:00"],
    ["1987-10-23", "13:30", "18:00"],
    ["1987-10-26", "14:30", "19:00"],
    ["1987-11-04", "14:30", "19:30"],
    ["1987-11-06", "14:30", "20:00"],
    ["1987-11-11", "14:30", "20:30"],
    ["1987-11-12", "14:30", "21:00"],
    ["2008-10-31", "13:30", "20:00"],
    ["2008-11-03", "14:30", "21:00"],
    ["2008-11-28", "14:30", "18:00"],
    ["2020-03-06", "14:30", "21:00"],
    ["2020-03-09", "13:30", "20:00"],
  ] as const)
    it(`${day} lasts from ${opens} to ${closes} UTC`, () => {
      const { opensAt, closesAt } = newYorkSession(midnight(day));
      expect([utc(opensAt).slice(0, 16), utc(closesAt).slice(0, 16)]).to.deep.equal([`${day}T${opens}`, `${day}T${closes}`]);
    });
});
