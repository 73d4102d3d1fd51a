import { decimal, signed } from "../number-format.ts";

/** From here on a number is written with an exponent. */
const LARGE = 1e12;

/** A number for people with a fixed count of decimals, with a sign before gains where `plus` asks for it; `–` where there is none. */
export function figureText(value: number | null | undefined, digits: number, plus: "+" | "" = ""): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (Math.abs(value) < LARGE) return plus === "+" ? signed(value, digits) : decimal(value, digits);
  const text = value.toExponential(3).replace("e+", "e").replace(/^-/, "−");
  return plus === "+" && value > 0 ? `+${text}` : text;
}
