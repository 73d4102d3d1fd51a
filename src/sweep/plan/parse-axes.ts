import { InputError } from "../../core/errors.ts";

/** A setting and the values that it takes, as written. */
export interface WrittenAxis {
  readonly key: string;
  readonly values: readonly string[];
}

const ALLOWED = "key=value,value…, such as pool.fee=0.0005,0.003,0.01";

/**
 * Axes from the command line, one an argument.
 *
 * @throws InputError for an argument without `=`, a missing key or value, a value or a key that is named twice
 */
export function parseAxes(texts: readonly string[]): readonly WrittenAxis[] {
  const axes = texts.map(parseAxis);
  const twice = axes.find(({ key }, i) => axes.findIndex((other) => other.key === key) !== i);
  if (twice !== undefined)
    throw new InputError("AXIS_REPEATED", `the axis ${twice.key} is given twice`, { value: texts.join(" "), allowed: "each axis once" });
  return axes;
}

function parseAxis(text: string): WrittenAxis {
  const at = text.indexOf("=");
  const key = text.slice(0, Math.max(0, at)).trim();
  const fact = { value: text, allowed: ALLOWED };
  if (at < 0) throw new InputError("AXIS_SYNTAX", "an axis has no '='", fact);
  if (key === "") throw new InputError("AXIS_SYNTAX", "an axis has no name before '='", fact);
  const values = text
    .slice(at + 1)
    .split(",")
    .map((value) => value.trim());
  if (values.includes("")) throw new InputError("AXIS_SYNTAX", `the axis ${key} has an empty value`, fact);
  return { key, values };
}
