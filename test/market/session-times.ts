import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Session } from "../../src/market/session.ts";
import { sessionTimes } from "../../src/market/session-times.ts";

const bar = { open: 1, high: 1, low: 1, close: 1 };
const session = (time: number, closesAt: number): Session => ({ ...bar, time, closesAt });

describe("sessionTimes", () => {
  it("give 39 blocks after the opening one to 6½ hours, and none to the night", () => {
    const sessions = [session(1_000, 1_000 + 23_400), session(87_400, 87_400 + 23_400)];
    const times = sessionTimes(sessions, 600);
    expect(times).to.have.length(80);
    expect([times[0], times[1], times[39], times[40], times.at(-1)]).to.deep.equal([1_000, 1_600, 24_400, 87_400, 110_800]);
  });

  it("end on the closing bell where the spacing does not divide the session", () => {
    expect(sessionTimes([session(0, 25), session(100, 105)], 10)).to.deep.equal([0, 10, 20, 25, 100, 105]);
  });

  it("are whole, strictly increasing, and inside of sessions, whatever these are", () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(gaps, fc.double({ min: 1, max: 300, noNaN: true }), (lengths, seconds) => {
        let at = 0;
        const sessions = lengths.map(([night, day]) => {
          const opens = at + night;
          at = opens + day;
          return session(opens, at);
        });
        const times = sessionTimes(sessions, seconds);
        times.forEach((time, i) => {
          expect(Number.isInteger(time) && time > (times[i - 1] ?? 0)).to.equal(true);
          expect(sessions.some((each) => time >= each.time && time <= each.closesAt)).to.equal(true);
        });
        for (const { time, closesAt } of sessions) expect(times).to.include.members([time, closesAt]);
      }),
    );
  });

  it("refuse a spacing below a second, and no sessions", () => {
    expect(() => sessionTimes([session(0, 10)], 0.5)).to.throw(RangeError);
    expect(() => sessionTimes([], 10)).to.throw(RangeError);
  });
});
