import cliProgress from "cli-progress";

export interface Progress {
  readonly onBlock: (block: number, blocks: number) => void;
  readonly stop: () => void;
}

/** How many blocks, runs or probes, between two updates of the bar. */
const STEPS = { block: 20, run: 1, probe: 1 } as const;

/**
 * A progress bar on standard error; nothing where that is no terminal.
 *
 * @param unit what it counts
 */
export function progressBar(title: string, stream: NodeJS.WriteStream, isWanted: boolean, unit: keyof typeof STEPS = "block"): Progress {
  if (!isWanted || !stream.isTTY) return { onBlock: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage} %  ${unit} {value} of {total}  {eta_formatted} left`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: true,
    gracefulExit: false,
    barsize: 24,
  });
  let started = false;
  return {
    onBlock(block, blocks) {
      if (!started) bar.start(blocks, block);
      started = true;
      if (block % STEPS[unit] === 0 || block === blocks) bar.update(block);
    },
    stop: () => bar.stop(),
  };
}
