import cliProgress from "cli-progress";

export interface SweepProgress {
  /** Paths finished, of all cells together; the first call says what was finished before. */
  readonly onPaths: (done: number, total: number) => void;
  /** A line of its own, above the bar. */
  readonly say: (sentence: string) => void;
  readonly stop: () => void;
}

/** A progress bar with paths a second and the time left, on standard error; sentences alone where that is no terminal. */
export function sweepProgress(title: string, stream: NodeJS.WriteStream, isWanted: boolean): SweepProgress {
  const write = (sentence: string): void => void (isWanted && stream.write(`${sentence}\n`));
  if (!isWanted || !stream.isTTY) return { onPaths: () => undefined, say: write, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage} %  {value} of {total} paths  {speed} paths/s  {left}`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    barsize: 24,
  });
  let first: { readonly done: number; readonly at: number } | null = null;
  return {
    onPaths(done, total) {
      const now = performance.now();
      if (first === null) {
        first = { done, at: now };
        bar.start(total, done, { speed: "–", left: "" });
        return;
      }
      const perSecond = ((done - first.done) * 1_000) / Math.max(1, now - first.at);
      bar.update(done, { speed: Math.round(perSecond), left: done === total ? "summing up" : `${clock((total - done) / perSecond)} left` });
    },
    say(sentence) {
      if (first === null) write(sentence);
      else {
        stream.write(`\r\u001b[K${sentence}\n`);
        bar.render();
      }
    },
    stop: () => bar.stop(),
  };
}

/** `42 s`, `3 min 20 s` or `2 h 5 min`. */
function clock(seconds: number): string {
  if (!Number.isFinite(seconds)) return "–";
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3_600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
