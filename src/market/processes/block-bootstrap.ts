import { z } from "zod";
import type { PriceProcess } from "./price-process.ts";

const SECONDS_PER_DAY = 86_400;
/** Share of a recorded interval by which a rounded clock may be early. */
const ROUNDING = 1e-6;

export const blockBootstrapSettings = z.strictObject({
  kind: z.literal("block-bootstrap"),
  prices: z.array(z.number().positive()).min(3).max(10_000_000).readonly().describe("recorded prices, equally far apart"),
  secondsApart: z.number().positive().max(31_536_000).describe("time between recorded prices (seconds)"),
  meanBlock: z
    .number()
    .min(1)
    .max(1_000_000)
    .default(12)
    .describe("mean length of a block (recorded returns); 1 draws each return by itself"),
  centred: z.boolean().default(false).describe("whether returns are shifted so that a single one expects an unchanged price"),
});

/**
 * The stationary bootstrap of a recorded crash: blocks of geometric length begin at uniform places of the recording, which is closed to a circle (Politis
 * and Romano 1994, The stationary bootstrap, J. Am. Stat. Assoc. 89, section 2). Between the times of recorded returns the price stands still, so that
 * finer steps neither add nor take variance.
 *
 * With blocks longer than one, falls that followed one another stay together, and the expected price over many returns is not that of single ones.
 */
export function blockBootstrap(settings: Readonly<z.infer<typeof blockBootstrapSettings>>): PriceProcess {
  const { prices, meanBlock, centred } = settings;
  const daysApart = settings.secondsApart / SECONDS_PER_DAY;
  const returns = Float64Array.from({ length: prices.length - 1 }, (_, i) => Math.log(prices[i + 1]! / prices[i]!));
  if (centred) {
    const growth = returns.reduce((sum, each) => sum + Math.exp(each), 0) / returns.length;
    const shift = Math.log(growth);
    for (let i = 0; i < returns.length; i += 1) returns[i]! -= shift;
  }
  return {
    kind: "block-bootstrap",
    begin(random) {
      let place = 0;
      let hasBegun = false;
      let elapsed = 0;
      let taken = 0;
      return (days) => {
        elapsed += days;
        const due = Math.floor(elapsed / daysApart + ROUNDING);
        let log = 0;
        for (; taken < due; taken += 1) {
          const isNewBlock = !hasBegun || random() * meanBlock < 1;
          hasBegun = true;
          place = isNewBlock ? Math.floor(random() * returns.length) : (place + 1) % returns.length;
          log += returns[place]!;
        }
        return log;
      };
    },
  };
}
