import { readFileSync } from "node:fs";
import type { Amounts } from "../../src/amm/uniswap-v2.ts";

/** A recorded swap; token0 stands as base and token1 as quote, whatever they are. */
export interface MainnetRow {
  readonly block: number;
  readonly hash: string;
  readonly pair: string;
  readonly before: Amounts;
  readonly paidIn: Amounts;
  readonly paidOut: Amounts;
  readonly after: Amounts;
}

/** Every row of test/data/mainnet-v2-swaps.csv, in its order. */
export function mainnetRows(): readonly MainnetRow[] {
  const text = readFileSync(new URL("../data/mainnet-v2-swaps.csv", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.slice(1).map((line) => {
    const cells = line.split(",");
    const amounts = (column: number): Amounts => ({ base: BigInt(cells[column]!), quote: BigInt(cells[column + 1]!) });
    return {
      block: Number(cells[0]),
      hash: cells[1]!,
      pair: cells[4]!,
      before: amounts(5),
      paidIn: amounts(7),
      paidOut: amounts(9),
      after: amounts(11),
    };
  });
}
