/** How long a test took is never the same. */
const tidy = (line: string): string => line.replace(/ \(\d+(?:ms|s|m)\)$/, "").trim();

/**
 * Holds what a document shows of a program's output to the output: every line of it occurs there, in this order.
 *
 * @param shown lines; those that are empty or an ellipsis stand for any
 * @throws Error with the first line that does not, and the output
 */
export function expectLines(output: string, shown: string, where: string): void {
  const lines = output.split("\n").map(tidy);
  let from = 0;
  for (const line of shown.split("\n").map(tidy)) {
    if (line === "" || line === "…") continue;
    const at = lines.indexOf(line, from);
    if (at < 0) throw new Error(`${where}: there is no such line any more, or not there:\n${line}\nin\n${output}`);
    from = at + 1;
  }
}
