import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Allowance } from "../../src/serve/allowance.ts";

describe("serve: allowances", () => {
  it("never hold more than their limit nor than the whole's, take all or nothing, and lose nothing", () => {
    const steps = fc.array(fc.record({ who: fc.nat(2), count: fc.nat(6), give: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        const whole = new Allowance(10);
        const parts = [new Allowance(5, whole), new Allowance(5, whole), new Allowance(20, whole)];
        const held = [0, 0, 0];
        for (const { who, count, give } of all) {
          const part = parts[who] ?? expect.fail("no such part");
          const has = held[who] ?? 0;
          const sum = held.reduce((total, each) => total + each, 0);
          if (give) {
            part.give(Math.min(count, has));
            held[who] = has - Math.min(count, has);
          } else {
            const room = has + count <= part.limit && sum + count <= 10;
            expect(part.take(count)).to.equal(room);
            if (room) held[who] = has + count;
          }
          expect(parts.map(({ taken }) => taken)).to.deep.equal(held);
          expect(whole.taken).to.equal(held.reduce((total, each) => total + each, 0));
        }
      }),
    );
  });
});
