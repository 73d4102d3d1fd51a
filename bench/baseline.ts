import { readFileSync, writeFileSync } from "node:fs";

/** How a benchmark was run. */
export interface Conditions {
  /** Whether each side had a core to itself. */
  readonly pinned: boolean;
  readonly rounds: number;
  /** The size of the work, by name. */
  readonly size: Readonly<Record<string, number>>;
}

/** The committed figures of one benchmark: its ratios, each with the limit that it had then. */
export interface BenchmarkBaseline extends Conditions {
  readonly node: string;
  readonly cpus: number;
  readonly ratios: Readonly<Record<string, { readonly value: number; readonly atMost?: number; readonly atLeast?: number }>>;
}

/** All benchmarks by name. */
export type Baseline = Readonly<Record<string, BenchmarkBaseline>>;

const FILE = new URL("./baseline.json", import.meta.url);

/** The committed baseline; nothing before there is one. */
export function readBaseline(): Baseline {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

/** Puts a benchmark's figures in the place of its last ones, and leaves those of the others. */
export function writeBaseline(benchmark: string, figures: BenchmarkBaseline): void {
  const all = Object.entries({ ...readBaseline(), [benchmark]: figures }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
