/** Widest text that reads well. */
const WIDEST = 100;

/** Columns to write in: the terminal's up to 100, and 100 where there is none or it does not know. */
export function terminalWidth({ isTTY, columns }: Pick<NodeJS.WriteStream, "isTTY" | "columns">): number {
  return isTTY && columns > 0 ? Math.min(columns, WIDEST) : WIDEST;
}
