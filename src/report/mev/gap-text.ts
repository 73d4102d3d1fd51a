import { percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";

/** Where the pool's price stands beside the reference price, and what that means for base in it: `2,540.57, 0.46 % below the reference price of 2,552.43`. */
export function gapText(pool: number, reference: number): string {
  const [own, market] = [unitText(pool, "price"), unitText(reference, "price")];
  const gap = percent(Math.abs(pool / reference - 1));
  if (!/[1-9]/.test(gap)) return `${own}, level with the reference price`;
  return `${own}, ${gap} ${pool < reference ? "below" : "above"} the reference price of ${market}`;
}
