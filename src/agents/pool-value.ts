import { valueAt, valueNumber } from "../core/units.ts";
import type { View } from "./view.ts";

/** Value of the pool as last mined at the reference price now, in quote. */
export function poolValueInQuote(view: View): number {
  return valueNumber(valueAt(view.pool.base, view.pool.quote, view.price(0)));
}
