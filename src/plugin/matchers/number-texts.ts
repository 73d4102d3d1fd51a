import { decimal, significant } from "../../report/number-format.ts";
import type { Claim } from "./claim.ts";

/** A measure and its limit in words, and how far apart they are. */
export interface NumberTexts {
  readonly value: string;
  readonly limit: string;
  readonly difference: string;
  /** In the digits of these. */
  readonly of: (number: number) => string;
}

const FEWEST: Readonly<Record<Claim["unit"], number>> = { share: 1, seconds: 0, count: 0 };
/** Of a percentage; what is smaller still stands with an exponent. */
const MOST = 6;

/** Numbers with as many digits as it takes to tell one from the other: shares as percentages, their difference in points. */
export function numberTexts(unit: Claim["unit"], value: number, limit: number): NumberTexts {
  const scale = unit === "share" ? 100 : 1;
  let digits = FEWEST[unit];
  const at = (number: number): string => decimal(number * scale, digits);
  const isLost = (number: number): boolean => number !== 0 && Number.isFinite(number) && !/[1-9]/.test(at(number));
  const isBlurred = (): boolean => value !== limit && (at(value) === at(limit) || isLost(value - limit));
  while (digits < MOST && (isBlurred() || isLost(value))) digits += 1;
  const name = { share: " %", seconds: " s", count: "" }[unit];
  const of = (number: number): string => `${isLost(number) ? significant(number * scale) : at(number)}${name}`;
  const apart = of(Math.abs(value - limit));
  return { value: of(value), limit: of(limit), difference: unit === "share" ? apart.replace(/ %$/, " points") : apart, of };
}
