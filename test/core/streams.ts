import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../src/core/path-stream.ts";
import type { Random } from "../../src/core/random.ts";
import { threefry } from "../../src/core/threefry.ts";
import { xoshiro } from "../../src/core/xoshiro.ts";

const unsigned = (words: readonly number[]): number[] => words.map((word) => word >>> 0);
const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random());

describe("threefry", () => {
  // Random123 1.09, tests/kat_vectors, lines `threefry4x32 20`.
  const ones = [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff] as const;
  const published = [
    { key: [0, 0, 0, 0], counter: [0, 0, 0, 0], block: [0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8] },
    { key: ones, counter: ones, block: [0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732] },
    {
      key: [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      block: [0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84],
    },
  ] as const;
  for (const { key, counter, block } of published) {
    it(`gives the published block for the counter ${counter[0].toString(16)}…`, () =>
      expect(unsigned(threefry(key, counter))).to.deep.equal([...block]));
  }

  it("changes half of the bits when one bit of key or counter changes", () => {
    const base = threefry([1, 2, 3, 4], [5, 6, 7, 8]);
    let changed = 0;
    for (let bit = 0; bit < 256; bit += 1) {
      const [key, counter] = [Int32Array.of(1, 2, 3, 4), Int32Array.of(5, 6, 7, 8)];
      (bit < 128 ? key : counter)[(bit >> 5) & 3]! ^= 1 << (bit & 31);
      const other = threefry([key[0]!, key[1]!, key[2]!, key[3]!], [counter[0]!, counter[1]!, counter[2]!, counter[3]!]);
      other.forEach((word, i) => (changed += onesIn(word ^ base[i]!)));
    }
    // Binomial with 256·128 fair bits, four standard deviations.
    expect(Math.abs(changed - 16_384)).to.be.below(4 * Math.sqrt((256 * 128) / 4));
  });
});

describe("xoshiro", () => {
  /** The generator as its authors publish it, in 32-bit unsigned integers without tricks. */
  function reference(state: number[]): () => number {
    const rotate = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;
    return () => {
      const [s0, s1, s2, s3] = state as [number, number, number, number];
      const result = (rotate((s0 + s3) >>> 0, 7) + s0) >>> 0;
      const [a2, a3] = [s2 ^ s0, s3 ^ s1];
      state.splice(0, 4, s0 ^ a3, s1 ^ a2, a2 ^ (s1 << 9), rotate(a3, 11));
      return result;
    };
  }

  it("the reference below gives the published outputs for the state 1, 2, 3, 4", () => {
    // The Rust crate rand_xoshiro's vector from the authors' C code, and php-src, tests/02_engine/user_xoshiro128plusplus.phpt, after 102,400 outputs.
    const next = reference([1, 2, 3, 4]);
    expect(draw(next, 10)).to.deep.equal([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
    for (let i = 10; i < 102_400; i += 1) next();
    expect(next()).to.equal(0x2c873cfa);
  });

  it("makes each uniform of two outputs of the reference, from any state", () => {
    const word = fc.integer({ min: 1, max: 0xffffffff });
    fc.assert(
      fc.property(word, word, word, word, (...state) => {
        const [uniform, next] = [xoshiro(state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0), reference([...state])];
        for (let i = 0; i < 50; i += 1) {
          const [high, low] = [BigInt(next() >>> 5), BigInt(next() >>> 6)];
          expect(uniform()).to.equal(Number(high * 2n ** 26n + low) / Number(2n ** 53n));
        }
      }),
    );
  });

  it("refuses the one state that it would never leave", () => expect(() => xoshiro(0, 0, 0, 0)).to.throw(RangeError));
});

describe("pathStream", () => {
  // A change of these numbers changes every sweep.
  it("begins as it always has", () => {
    const firsts = [pathStream(1, 0)(), pathStream(1, 1)(), pathStream(-5, 4_294_967_296)(), pathStream(1, 0, 1)()];
    expect(firsts).to.deep.equal([0.12563114213182325, 0.5907845029732961, 0.05986899513074884, 0.7208379540649968]);
  });

  it("depends on its arguments alone, and each of them makes another stream", () => {
    const integer = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    const arguments_ = fc.tuple(integer, fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.nat());
    fc.assert(
      fc.property(arguments_, arguments_, (a, b) => {
        const [one, other] = [draw(pathStream(...a), 3), draw(pathStream(...b), 3)];
        expect(draw(pathStream(...a), 3)).to.deep.equal(one);
        if (a.some((each, i) => each !== b[i])) expect(one).to.not.deep.equal(other);
      }),
    );
  });

  it("300,000 paths begin with 300,000 different numbers", () => {
    const firsts = Float64Array.from({ length: 300_000 }, (_, index) => pathStream(3, index)()).sort();
    for (let i = 1; i < firsts.length; i += 1) if (firsts[i] === firsts[i - 1]) expect.fail(`${firsts[i]} twice`);
  });

  // The first numbers of consecutive paths are the hard case: they share nothing but the map from index to state.
  const sources: readonly (readonly [name: string, next: () => Random])[] = [
    ["one long stream", () => pathStream(11, 0)],
    ["the first numbers of consecutive paths", () => consecutive((index) => pathStream(11, index))],
    ["the first numbers of consecutive seeds", () => consecutive((seed) => pathStream(seed, 11))],
    ["1,000 paths in turn", () => inTurn(Array.from({ length: 1_000 }, (_, index) => pathStream(12, index)))],
  ];
  for (const [name, source] of sources) {
    it(`${name}: bytes are even (chi-square with 255 degrees of freedom, Knuth, TAOCP 2, section 3.3.1)`, () => {
      const random = source();
      const [high, low] = [new Array<number>(256).fill(0), new Array<number>(256).fill(0)];
      const count = 200_000;
      for (let i = 0; i < count; i += 1) {
        const bits = random() * 256;
        high[Math.floor(bits)]! += 1;
        // Bits 40 to 47 after the point.
        low[Math.floor(((bits * 4_294_967_296) % 1) * 256)]! += 1;
      }
      for (const cells of [high, low]) {
        const chiSquare = cells.reduce((sum, each) => sum + ((each - count / 256) * (each - count / 256)) / (count / 256), 0);
        expect(Math.abs(chiSquare - 255)).to.be.below(4 * Math.sqrt(2 * 255));
      }
    });

    it(`${name}: birthdays are spaced as they should be (Marsaglia and Tsang 2002, Some difficult-to-pass tests, J. Stat. Software 7(3), section 2)`, () => {
      const random = source();
      // 4,096 birthdays in a year of 2^32 days: the number of equal spacings is Poisson with mean n³/4m = 4.
      const repetitions = 100;
      const seen = new Array<number>(11).fill(0);
      const days = new Float64Array(4_096);
      for (let i = 0; i < repetitions; i += 1) {
        for (let k = 0; k < days.length; k += 1) days[k] = Math.floor(random() * 4_294_967_296);
        days.sort();
        const spacings = days.map((day, k) => (k === 0 ? day : day - days[k - 1]!)).sort();
        let equal = 0;
        for (let k = 1; k < spacings.length; k += 1) if (spacings[k] === spacings[k - 1]) equal += 1;
        seen[Math.min(equal, 10)]! += 1;
      }
      const poisson = seen.map((_, k) => Math.exp(-4) * seen.slice(0, k).reduce((product, __, j) => (product * 4) / (j + 1), 1));
      poisson[10] = 1 - poisson.slice(0, 10).reduce((sum, each) => sum + each, 0);
      const chiSquare = seen.reduce((sum, each, k) => {
        const expected = repetitions * poisson[k]!;
        return sum + ((each - expected) * (each - expected)) / expected;
      }, 0);
      // The 99.9 % point of chi-square with 10 degrees of freedom.
      expect(chiSquare).to.be.below(29.588);
    });
  }

  it("neighbouring paths, seeds and lanes do not move together", () => {
    const count = 50_000;
    const samples = [pathStream(1, 0), pathStream(1, 1), pathStream(2, 0), pathStream(1, 0, 1)].map((random) => draw(random, count));
    for (const [i, x] of samples.entries()) {
      for (const y of samples.slice(0, i)) {
        const covariance = x.reduce((sum, each, k) => sum + (each - 0.5) * (y[k]! - 0.5), 0) / count;
        expect(Math.abs(covariance * 12)).to.be.below(4 / Math.sqrt(count));
      }
    }
  });
});

function onesIn(word: number): number {
  return (word >>> 0).toString(2).replaceAll("0", "").length;
}

function consecutive(make: (index: number) => Random): Random {
  let index = 0;
  return () => make(index++)();
}

function inTurn(streams: readonly Random[]): Random {
  let turn = 0;
  return () => streams[turn++ % streams.length]!();
}
