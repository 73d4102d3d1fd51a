import { InputError } from "../core/errors.ts";

const ALLOWED = "key=value, several with commas between, such as market.cost=0.002,run.blocks=500";

/**
 * Settings from the command line.
 *
 * @param text such as `market.cost=0.002,agents.arbitrageurs=1`
 * @returns values by key, as written
 * @throws InputError for text without `=`, an empty key or value, a key that is given twice
 */
export function parseOverrides(text: string): ReadonlyMap<string, string> {
  const overrides = new Map<string, string>();
  if (text.trim() === "") throw new InputError("SETTING_EMPTY", "no setting is given", { value: text, allowed: ALLOWED });
  for (const part of text.split(",")) {
    const at = part.indexOf("=");
    const fact = { value: part, allowed: ALLOWED };
    if (part.trim() === "") throw new InputError("SETTING_EMPTY", "a setting is empty", { ...fact, value: text });
    if (at < 0) throw new InputError("SETTING_SYNTAX", "a setting has no '='", fact);
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (key === "") throw new InputError("SETTING_SYNTAX", "a setting has no name before '='", fact);
    if (value === "") throw new InputError("SETTING_SYNTAX", `the setting ${key} has no value after '='`, fact);
    if (overrides.has(key))
      throw new InputError("SETTING_REPEATED", `the setting ${key} is given twice`, { value: text, allowed: "each setting once" });
    overrides.set(key, value);
  }
  return overrides;
}
