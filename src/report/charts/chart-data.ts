import { toneDash } from "../page/tone.ts";
import type { Chart } from "./chart.ts";
import { packColumn } from "./pack-column.ts";
import type { PackedColumn } from "./pack-column.ts";

/** What the page's script draws: every column once, and which of them each chart shows. */
interface ChartData {
  readonly columns: readonly PackedColumn[];
  readonly charts: readonly {
    readonly id: string;
    readonly scale: string;
    readonly width: string;
    /** Index of a column. */
    readonly time: number;
    readonly lines: readonly {
      readonly column: number;
      readonly tone: string;
      readonly unit: string;
      /** Pixels on and off in turn; empty for a solid line. */
      readonly dash: readonly number[];
      readonly weight: string;
      readonly right: boolean;
    }[];
  }[];
}

/** The charts' numbers as JSON that may stand in a script element: no `<`, `>` or `&`, no line separators. */
export function chartData(charts: readonly Chart[]): string {
  const indexes = new Map<readonly number[], number>();
  const indexOf = (values: readonly number[]): number => {
    const known = indexes.get(values);
    if (known !== undefined) return known;
    indexes.set(values, indexes.size);
    return indexes.size - 1;
  };
  const specs = charts.map(({ id, scale, width, time, lines }) => ({
    id,
    scale,
    width,
    time: indexOf(time),
    lines: lines.map((line) => ({
      column: indexOf(line.values),
      tone: line.tone,
      unit: line.unit,
      dash: line.weight === undefined ? toneDash[line.tone] : [],
      weight: line.weight ?? "thin",
      right: line.right ?? false,
    })),
  }));
  const data: ChartData = { columns: [...indexes.keys()].map(packColumn), charts: specs };
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
