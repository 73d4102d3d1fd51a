import { InputError } from "../../core/errors.ts";
import { calmDay } from "../../scenarios/calm-day.ts";
import { drawnFields } from "../../scenarios/setting-fields.ts";
import { describeSettings, resolveSettings } from "../../scenarios/settings.ts";
import { shown } from "./shown.ts";

/**
 * Why no run can have this setting, or null. What depends on the run, such as whether its prices are drawn or which settings go together, is told by the run.
 *
 * @param key its full name, such as `market.cost`
 */
export function settingFault(key: string, value: unknown): string | null {
  if (!["string", "number", "boolean"].includes(typeof value)) return `Expected text, a number, true or false, received ${shown(value)}`;
  const drawn = Object.values(drawnFields).flat();
  if (drawn.some((field) => field.key === key)) return null;
  try {
    resolveSettings(calmDay(), { [key]: value });
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field = describeSettings().find((each) => each.key === key);
    if (field === undefined) return error.message;
    return error.facts.allowed === field.allowed ? `Expected ${field.allowed}, received ${shown(value)}` : null;
  }
}
