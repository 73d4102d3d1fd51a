import type { ComparisonFinding, SeedEstimate, Told } from "../../../core/comparison.ts";
import { tell } from "./tell.ts";

/** One of the numbers behind a sentence. */
export interface Measure {
  /** Where it was measured, for the sentence: a crash. */
  readonly where: string;
  /** Path of it in the comparison. */
  readonly field: string;
  readonly estimate: SeedEstimate;
}

interface Saying extends Pick<ComparisonFinding, "id" | "topic" | "subject"> {
  readonly measures: readonly Measure[];
  /** The sentence's beginning, without a full stop. */
  readonly above: string;
  readonly below: string;
  /** Where there is no difference to speak of; needed where `nothing` is above 0. */
  readonly none?: string;
  /** What `above` and `below` answer, after the word `whether`. */
  readonly whether: string;
  readonly format: (value: number) => string;
  /** What the numbers are of, after the sentence's beginning. */
  readonly of: string;
  /** Said at the end. */
  readonly more?: string;
  readonly origin?: number;
  readonly nothing?: number;
  /** What speaks for a claim and what against it; neither for what is no claim. */
  readonly claim?: { readonly for: readonly Told[]; readonly against: readonly Told[] };
}

/**
 * A sentence that turns when its numbers turn, that says so when they cannot be told from what they are held against, and when the crashes disagree. Its own number is the one
 * of them that is told least well.
 *
 * @throws RangeError without any measure
 */
export function say(saying: Saying): ComparisonFinding {
  const { id, topic, subject, measures, whether, format, of, more, origin = 0, nothing = 0, claim } = saying;
  const each = measures.map((measure) => ({ ...measure, told: tell(measure.estimate, origin, nothing) }));
  const told = together(each.map((measure) => measure.told));
  const candidates = told === "open" ? each.filter((measure) => measure.told === "open") : each;
  const weakest = candidates.reduce((least, one) =>
    Math.abs(one.estimate.value - origin) < Math.abs(least.estimate.value - origin) ? one : least,
  );
  const numbers = each.map(({ where, estimate }) => `${withInterval(estimate, format)} in ${where}`).join(", ");
  const heads: Readonly<Record<Told, string>> = {
    above: saying.above,
    below: saying.below,
    none: saying.none ?? saying.whether,
    open: `Whether ${whether} cannot be told${unclearIn(each)}`,
    mixed: `The crashes disagree on whether ${whether}`,
  };
  return {
    id,
    sentence: `${heads[told]}: ${of} ${numbers}.${more === undefined ? "" : ` ${more}`}`,
    field: weakest.field,
    value: weakest.estimate.value,
    interval: weakest.estimate.interval,
    basis: weakest.estimate.interval === null ? "mean; an interval wants three seeds" : "95 %, Student's t over seeds",
    topic,
    subject,
    told,
    standing:
      claim === undefined
        ? null
        : claim.for.includes(told)
          ? "borne out"
          : claim.against.includes(told)
            ? "contradicted"
            : "cannot be told",
  };
}

/** Where it cannot be told, if it can elsewhere. */
function unclearIn(each: readonly (Measure & { readonly told: Told })[]): string {
  const open = each.filter(({ told }) => told === "open").map(({ where }) => where);
  return open.length === 0 || open.length === each.length ? "" : ` in ${open.join(" and ")}`;
}

/** Of all crashes; what cannot be told of one of them is not told. */
function together(told: readonly Exclude<Told, "mixed">[]): Told {
  const sides = new Set(told);
  const [only] = sides;
  if (only === undefined) throw new RangeError("a sentence without a number");
  if (sides.has("open")) return "open";
  return sides.size === 1 ? only : "mixed";
}

function withInterval({ value, interval }: SeedEstimate, format: (value: number) => string): string {
  return interval === null ? format(value) : `${format(value)} (${format(interval[0])} to ${format(interval[1])})`;
}
