/** What a heat map's colours are about: the lowest to the highest value, the distance from zero, or the distance from a ratio of one. */
export type HeatKind = "sequential" | "about-zero" | "about-one";

/** Colours of a scale, as steps from 0. */
export interface HeatScale {
  readonly kind: HeatKind;
  /** 9 or 11. */
  readonly steps: number;
  /** Values at the first, the middle and the last colour. */
  readonly ends: readonly [low: number, middle: number, high: number];
  /** Colour of a value; rising with it. */
  readonly stepOf: (value: number) => number;
}

const ARM = 5;
const SEQUENTIAL = 9;

/**
 * The scale that holds all values of a measure. About a middle, it reaches equally far to either side, so that equal colours stand for equal distances: in
 * units for zero, and for a ratio r of one in r / (1 + r), for which twice as much is as far as half as much.
 *
 * @param values finite; ratios not below zero
 * @returns null where there is no value
 */
export function heatScale(kind: HeatKind, values: readonly number[]): HeatScale | null {
  if (values.length === 0) return null;
  if (kind === "sequential") return sequential(Math.min(...values), Math.max(...values));
  const isRatio = kind === "about-one";
  const place = (value: number): number => (isRatio ? ratioPlace(value) : value);
  const reach = Math.max(...values.map((value) => Math.abs(place(value))));
  return {
    kind,
    steps: 2 * ARM + 1,
    ends: isRatio ? [(1 - reach) / (1 + reach), 1, (1 + reach) / (1 - reach)] : [-reach, 0, reach],
    stepOf: (value) => {
      const share = reach === 0 ? 0 : place(value) / reach;
      return ARM + Math.sign(share) * Math.round(ARM * Math.min(1, Math.abs(share)));
    },
  };
}

function sequential(low: number, high: number): HeatScale {
  // Halves, so that the width of the widest range is still a number.
  const middle = low / 2 + high / 2;
  const half = high / 2 - low / 2;
  return {
    kind: "sequential",
    steps: SEQUENTIAL,
    ends: [low, middle, high],
    stepOf: (value) => {
      const share = half === 0 ? 0 : (value / 2 - low / 2) / half - 0.5;
      return (SEQUENTIAL - 1) / 2 + Math.sign(share) * Math.round((SEQUENTIAL - 1) * Math.min(0.5, Math.abs(share)));
    },
  };
}

/** Signed distance of r / (1 + r) from ½, times 2: r and 1/r are equally far, 0 and infinity at −1 and 1. */
function ratioPlace(ratio: number): number {
  return (ratio - 1) / (ratio + 1);
}
