import { readFileSync, writeFileSync } from "node:fs";
import type { Row } from "./rows.ts";

/** The committed figures: ratios only, since milliseconds belong to a machine. */
export interface Baseline {
  readonly node: string;
  readonly cpus: number;
  readonly pinned: boolean;
  readonly blocks: number;
  readonly transactions: number;
  readonly rounds: number;
  readonly ratios: Readonly<Record<string, number>>;
}

const FILE = new URL("./baseline.json", import.meta.url);

/** The committed baseline, or null before there is one. */
export function readBaseline(): Baseline | null {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export function writeBaseline(about: Omit<Baseline, "ratios">, rows: readonly Row[]): void {
  const ratios = Object.fromEntries(rows.map(({ name, value }) => [name, Number(value.toPrecision(3))]));
  writeFileSync(FILE, `${JSON.stringify({ ...about, ratios }, null, 2)}\n`);
}
