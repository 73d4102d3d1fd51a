import type { MempoolSettings } from "../mempool/settings.ts";

const LONDON = Date.UTC(2021, 7, 5, 12, 33, 42) / 1000;
const MERGE = Date.UTC(2022, 8, 15, 6, 42, 42) / 1000;

/** How blocks and fees worked at a time: the London upgrade of 5 August 2021 and the merge of 15 September 2022 divide it. */
export function chainAt(time: number): {
  readonly words: string;
  readonly settings: Pick<MempoolSettings, "blockProcess" | "blockSeconds" | "fees">;
} {
  const fees = time < LONDON ? "first-price" : "eip-1559";
  const feeWords = fees === "first-price" ? "first-price gas auctions paid to the miner" : "a base fee that is burned, and tips";
  return time < MERGE
    ? { words: `blocks at random every 13.2 s on average, ${feeWords}`, settings: { blockProcess: "poisson", blockSeconds: 13.2, fees } }
    : { words: `blocks every 12 s, ${feeWords}`, settings: { blockProcess: "fixed", blockSeconds: 12, fees } };
}
