/** A value as JSON text for files: an entry a line, but a list of plain values, such as a column of a table, on one. Without a newline at the end. */
export function compactJson(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (!value.some((each) => typeof each === "object" && each !== null)) return JSON.stringify(value);
    return `[\n${value.map((each) => inner + compactJson(each, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, each]) => `${inner}${JSON.stringify(key)}: ${compactJson(each, inner)}`).join(",\n")}\n${indent}}`;
}
