/** Exit code of a program that Ctrl-C ended. */
export const INTERRUPTED = 130;

/** What the progress bar hid: the cursor, and the wrapping of long lines. */
const SHOW_CURSOR = "\u001b[?25h\u001b[?7h";

/** Why a run that the user interrupted ended. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/** Turns Ctrl-C and a polite kill into an abort of the run, so that it can clean up; a second one ends the process at once. */
export function listenForInterrupt(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) {
      if (process.stderr.isTTY) process.stderr.write(SHOW_CURSOR);
      process.exit(INTERRUPTED);
    }
    controller.abort(new Interrupted());
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    stop: () => {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}
