import type { Unit } from "./charts/chart.ts";
import { decimal } from "./number-format.ts";

/** A number of a unit for reading. */
export function unitText(value: number, unit: Unit): string {
  switch (unit) {
    case "money": {
      const text = decimal(value, Math.abs(value) < 100 ? 2 : 0);
      return text.startsWith("−") ? `−$${text.slice(1)}` : `$${text}`;
    }
    case "price":
      return decimal(value, Math.abs(value) < 10 ? 4 : 2);
    case "percent":
      return `${decimal(value * 100, 2)} %`;
    case "tokens":
      return decimal(value, Math.abs(value) < 100 ? 2 : Math.abs(value) < 10_000 ? 1 : 0);
    case "gwei":
      return decimal(value, 1);
    case "count":
      return decimal(value);
  }
}
