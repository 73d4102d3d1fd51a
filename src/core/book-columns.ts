import type { BookName } from "./result.ts";

/** The columns of a run's series that are a book's: what it is worth, its dollar gamma, and its net purchase of base at the reference market; null where it has none. */
export const bookColumns = {
  hold: { value: "hold", dollarGamma: null, netBase: null },
  lp: { value: "lp", dollarGamma: "dollarGammaLp", netBase: null },
  "hedged-lp": { value: "hedgedLp", dollarGamma: "dollarGammaLp", netBase: "netBaseLpHedge" },
  "option-twin": { value: "optionTwin", dollarGamma: "dollarGammaTwin", netBase: "netBaseTwinHedge" },
  "short-straddle": { value: "shortStraddle", dollarGamma: "dollarGammaStraddle", netBase: "netBaseStraddleHedge" },
  desk: { value: "desk", dollarGamma: "dollarGammaDesk", netBase: "netBaseDeskHedge" },
  insurer: { value: "insurer", dollarGamma: "dollarGammaInsurer", netBase: "netBaseInsurer" },
} as const satisfies Readonly<
  Record<BookName, { readonly value: string; readonly dollarGamma: string | null; readonly netBase: string | null }>
>;
