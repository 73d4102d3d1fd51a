import { expect } from "chai";
import { describe, it } from "mocha";
import type { Session } from "../../src/market/session.ts";
import { sessionsOf } from "../../src/market/sessions-of.ts";

const bar = { open: 1, high: 1, low: 1, close: 1 };
const sessions: readonly Session[] = [
  { ...bar, time: 10, closesAt: 20 },
  { ...bar, time: 110, closesAt: 120 },
];

/** Places that are marked. */
const placesOf = (marks: readonly boolean[]): number[] => marks.flatMap((mark, place) => (mark ? [place] : []));

describe("sessionsOf", () => {
  for (const { name, times, opens, closes } of [
    { name: "blocks on every bell", times: [10, 15, 20, 110, 115, 120], opens: [0, 3], closes: [2, 5] },
    {
      name: "blocks that come as they like: the first and last inside",
      times: [3, 12, 14, 19, 23, 60, 112, 118, 130],
      opens: [1, 6],
      closes: [3, 7],
    },
    { name: "one block for a whole session is both", times: [10, 20, 115, 200], opens: [0, 2], closes: [1, 2] },
    { name: "a session without a block has neither", times: [10, 20, 105, 125], opens: [0], closes: [1] },
    { name: "a run that ends within a session sees no close of it", times: [10, 20, 110, 115], opens: [0, 2], closes: [1] },
    { name: "a run that begins within a session has not seen its open", times: [15, 20, 110], opens: [2], closes: [1] },
  ])
    it(name, () => {
      const { isOpen, isClose } = sessionsOf(times, sessions);
      expect(isOpen).to.have.length(times.length);
      expect({ opens: placesOf(isOpen), closes: placesOf(isClose) }).to.deep.equal({ opens, closes });
    });
});
