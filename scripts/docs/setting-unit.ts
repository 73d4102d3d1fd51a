import type { SettingField } from "../../src/scenarios/setting-fields.ts";

/**
 * What a setting's description says, and the unit that it ends with in brackets, before a semicolon at the latest. A share needs no brackets; a choice has no unit.
 *
 * @returns `–` for a unit that there is not
 */
export function settingUnit({ description, type }: Pick<SettingField, "description" | "type">): {
  readonly words: string;
  readonly unit: string;
} {
  const [found, unit] = /\s\(([a-z ]+)\)(?=;|$)/.exec(description) ?? [];
  if (found !== undefined && unit !== undefined) return { words: description.replace(found, ""), unit };
  const isShare = (type === "number" || type === "integer") && /\bas a share\b|^share\b/.test(description);
  return { words: description, unit: isShare ? "share" : "–" };
}
