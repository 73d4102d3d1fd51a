import { terminalWidth } from "./terminal-width.ts";

/** How standard output wants a text: its width, and colour where it is a terminal and nobody said otherwise. */
export function terminalOptions(): { readonly width: number; readonly color: boolean } {
  return { width: terminalWidth(process.stdout), color: process.stdout.isTTY && process.env["NO_COLOR"] === undefined };
}
