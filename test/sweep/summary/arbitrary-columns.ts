import fc from "fast-check";

const special = fc.constantFrom(0, -0, 1, -1, 0.1, 5e-324, -5e-324, 2.2e-308, 1e-200, 1e150, -1e150, 1e308, -1e308, Number.MAX_VALUE);

/** Values of very different kinds, each column of one kind or of several. */
const kinds = [
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1_000, max: 1_000, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  special,
  fc.integer({ min: 0, max: 5 }).map((steps) => 1e7 + steps / 10),
  fc.integer({ min: -5, max: 5 }).map((steps) => steps * Number.MIN_VALUE),
  fc.constant(0.1),
];

/** One to four columns of one length, from 1 to `most`. */
export function arbitraryColumns(most: number): fc.Arbitrary<readonly (readonly number[])[]> {
  const value = fc.constantFrom(...kinds, fc.oneof(...kinds));
  return fc
    .tuple(fc.integer({ min: 1, max: most }), fc.array(value, { minLength: 1, maxLength: 4 }))
    .chain(([count, of]) => fc.tuple(...of.map((each) => fc.array(each, { minLength: count, maxLength: count }))));
}

/** Lengths of batches for `sourceOf`, with empty ones among them. */
export const arbitraryLengths = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 })
  .filter((lengths) => lengths.some((length) => length > 0));
