/**
 * A table as CSV after RFC 4180: header first, lines end in CRLF, cells with commas, quotes or line breaks are quoted. Text that a spreadsheet
 * would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or carriage return) gets an apostrophe before it, unless it is a whole number.
 *
 * @param columns by name, all of the same length; numbers are written as JavaScript writes them
 */
export function csvText(columns: Readonly<Record<string, readonly (string | number)[]>>): string {
  const names = Object.keys(columns);
  const table = Object.values(columns);
  const lines = [names.map(cell).join(",")];
  const rows = table[0]?.length ?? 0;
  for (let row = 0; row < rows; row += 1) lines.push(table.map((column) => cell(column[row] ?? "")).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-\d+$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
