import type { Interval } from "../../core/result.ts";
import { linearAmplification } from "./amplification.ts";

/** A gain closer to 0 changes a fall by less than a hundredth of it, which nobody would call a loop. */
const SMALL = 0.01;
/** An interval that holds 0 says "neutral" only if it ends before these; a wider one says that too little was seen. */
const WIDE = 0.1;

/** What agents do to a crash, in a word and in a sentence. */
export interface LoopVerdict {
  readonly kind: "dampens" | "neutral" | "amplifies" | "spirals" | "undecided";
  readonly sentence: string;
}

/**
 * Reads a loop gain. The word is decided by the gain's interval alone, in this order:
 * - spirals: the whole interval is at 1 or above (theory 0.7)
 * - undecided: there is no interval, or it holds 0 and reaches beyond ±0.1
 * - neutral: it holds 0, or the gain is within ±0.01
 * - amplifies, dampens: it lies above 0, below 0
 *
 * How much is said by the measured amplification, with 1/(1 − gain) beside it; where the two have different signs the sentence says so. The opposite gain,
 * interval and the inverse amplification have the opposite word and sentence, but for a spiral: a gain of −1 or less overshoots.
 *
 * @param gain estimate
 * @param interval at 95 %, or null
 * @param ratio fall with the agents over fall without, or null where the price did not fall
 */
export function loopVerdict(gain: number, interval: Interval | null, ratio: number | null): LoopVerdict {
  const kind = kindOf(gain, interval);
  const range = interval === null ? "no interval" : `${signed(interval[0])} to ${signed(interval[1])} at 95 %`;
  const head = `loop gain ${signed(gain)} (${range})`;
  const measured = ratio === null ? "the price did not fall without them" : `the fall was ${changed(ratio)} with them`;
  switch (kind) {
    case "spirals":
      return { kind, sentence: `The agents make a spiral: ${head}, so a fall finds no level nearby; ${measured}.` };
    case "undecided":
      return { kind, sentence: `What the agents do cannot be told: ${head}; ${measured}.` };
    case "neutral":
      return { kind, sentence: `The agents are neutral: ${head}; ${measured}.` };
    case "amplifies":
    case "dampens": {
      const isContrary = ratio !== null && (ratio - 1) * gain < 0;
      const linear = linearAmplification(gain);
      const expected = linear === null ? "" : `, where 1/(1 − g) says ${changed(linear)}`;
      const aside = interval !== null && interval[1] >= 1 ? "; a spiral is not excluded" : gain <= -1 ? "; they overshoot" : "";
      return {
        kind,
        sentence: `The agents ${kind === "dampens" ? "dampen" : "amplify"} moves: ${head}, ${isContrary ? "yet " : ""}${measured}${expected}${aside}.`,
      };
    }
  }
}

function kindOf(gain: number, interval: Interval | null): LoopVerdict["kind"] {
  if (interval === null || !(interval[0] <= interval[1])) return "undecided";
  const [low, high] = interval;
  if (low >= 1) return "spirals";
  const holdsZero = low <= 0 && high >= 0;
  if (holdsZero && (low < -WIDE || high > WIDE)) return "undecided";
  if (holdsZero || Math.abs(gain) < SMALL) return "neutral";
  return low > 0 ? "amplifies" : "dampens";
}

/** `25.0 % deeper`, `20.0 % smaller`. */
function changed(ratio: number): string {
  const text = (100 * Math.abs(ratio - 1)).toFixed(1);
  return Number(text) === 0 ? "as deep" : `${text} % ${ratio > 1 ? "deeper" : "smaller"}`;
}

function signed(value: number): string {
  const text = value.toFixed(3);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
