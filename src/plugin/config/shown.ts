import { inspect } from "node:util";

/** A value of the configuration as a message shows it, in one line. */
export function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 0, breakLength: Infinity, maxArrayLength: 3 });
}
