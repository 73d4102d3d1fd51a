/** What a lesson sweeps. */
interface Sweep {
  readonly scenario: string;
  readonly engine?: string;
  readonly paths: number;
  readonly seed: number;
  readonly axes: Readonly<Record<string, readonly unknown[]>>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** The command that runs a sweep of a lesson. */
export function commandOf({ scenario, engine, paths, seed, axes, set }: Sweep): string {
  const swept = Object.entries(axes).map(([key, values]) => `${key}=${values.map(String).join(",")}`);
  const settings = Object.entries(set).map(([key, value]) => `${key}=${String(value)}`);
  return [
    `npx hardhat crash sweep ${scenario}`,
    ...swept,
    ...(engine === undefined ? [] : [`--engine ${engine}`]),
    `--paths ${paths} --seed ${seed} --set ${settings.join(",")}`,
  ].join(" ");
}
