import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { matchesFilter } from "../../src/serve/log-filter.ts";
import type { Hex } from "../../src/serve/node-backend.ts";
import { subscriptionParameters } from "../../src/serve/subscription-parameters.ts";

const [A, B]: readonly Hex[] = [`0x${"a1".repeat(32)}`, `0x${"b2".repeat(32)}`];
const contract: Hex = `0x${"0c".repeat(20)}`;

function matches(filter: unknown, log: { readonly address: Hex; readonly topics: readonly Hex[] }): boolean {
  const topic = subscriptionParameters(["logs", filter]);
  if (topic.kind !== "logs") throw new Error(topic.kind);
  return matchesFilter(topic.filter, log);
}

describe("serve: which logs a filter wants", () => {
  // The examples of Geth's documentation of `eth_newFilter`, "A note on specifying topic filters".
  for (const [topics, wanted, unwanted] of [
    [[], [[], [A], [B, A]], []],
    [[A], [[A], [A, B]], [[], [B], [B, A]]],
    [
      [null, B],
      [
        [A, B],
        [B, B, A],
      ],
      [[], [B], [B, A]],
    ],
    [
      [A, B],
      [
        [A, B],
        [A, B, A],
      ],
      [[A], [A, A], [B, A]],
    ],
    [
      [
        [A, B],
        [A, B],
      ],
      [
        [A, A],
        [B, A],
        [A, B, A],
      ],
      [[], [A]],
    ],
    [
      [null, null],
      [
        [A, A],
        [B, A, B],
      ],
      [[], [A]],
    ],
    [[[]], [[A], [B]], [[]]],
  ] as const) {
    it(`topics ${JSON.stringify(topics)
      .replaceAll(A ?? "", "A")
      .replaceAll(B ?? "", "B")
      .replaceAll('"', "")}`, () => {
      for (const each of wanted) expect(matches({ topics }, { address: contract, topics: each as readonly Hex[] })).to.equal(true);
      for (const each of unwanted) expect(matches({ topics }, { address: contract, topics: each as readonly Hex[] })).to.equal(false);
    });
  }

  it("is the union, over every choice of one alternative each, of the logs that begin with that choice", () => {
    const word = fc.constantFrom(...["11", "22", "aB"].map((byte): Hex => `0x${byte.repeat(32)}`));
    const address = fc.constantFrom(...["11", "22", "aB"].map((byte): Hex => `0x${byte.repeat(20)}`));
    const filter = fc.record({
      address: fc.oneof(address, fc.array(address, { maxLength: 2 })),
      topics: fc.array(fc.oneof(word, fc.constant(null), fc.array(word, { maxLength: 2 })), { maxLength: 4 }),
    });
    const log = fc.record({ address, topics: fc.array(word, { maxLength: 4 }) });
    const every: readonly Hex[] = ["11", "22", "aB"].map((byte): Hex => `0x${byte.repeat(32)}`);
    const choices = (place: Hex | readonly Hex[] | null): readonly Hex[] =>
      place === null || place.length === 0 ? every : typeof place === "string" ? [place] : place;
    fc.assert(
      fc.property(filter, log, (wanted, found) => {
        const beginnings = wanted.topics.reduce<readonly string[]>(
          (all, place) => all.flatMap((start) => choices(place).map((topic) => `${start}/${topic}`)),
          [""],
        );
        const path = found.topics.map((topic) => `/${topic}`).join("");
        const addresses = typeof wanted.address === "string" ? [wanted.address] : wanted.address;
        const expected =
          (addresses.length === 0 || addresses.includes(found.address)) && beginnings.some((start) => path.startsWith(start));
        expect(matches(wanted, found)).to.equal(expected);
        const shouted = { address: found.address.toUpperCase().replace("0X", "0x") as Hex, topics: found.topics };
        expect(matches(wanted, shouted)).to.equal(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
