import type { ExtractionKind } from "../../core/mev-result.ts";
import type { Tone } from "../page/tone.ts";

interface KindWords {
  readonly title: string;
  /** What it is, for who has never heard of it. */
  readonly meaning: string;
  readonly tone: Tone;
}

/** What the kinds of extraction are called and mean, in the order in which they are read. */
export const kindWords: Readonly<Record<ExtractionKind, KindWords>> = {
  arbitrage: {
    title: "Arbitrage",
    meaning: "buys where base is cheap and sells where it is dear: in another pool, or on the market off chain",
    tone: "arbitrage",
  },
  sandwich: {
    title: "Sandwich",
    meaning: "trades in the direction of somebody's swap just before it, so that it gets a worse price, and back just after it",
    tone: "loss",
  },
  "back-run": {
    title: "Back-run",
    meaning: "trades right behind a swap of somebody else's that moved the price, and takes the move back",
    tone: "straddle",
  },
  liquidation: {
    title: "Liquidation",
    meaning: "seizes the collateral of a loan that is no longer covered",
    tone: "twin",
  },
};
