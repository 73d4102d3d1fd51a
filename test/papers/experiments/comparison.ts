/** A number of the literature beside the one this code gives. */
export interface Comparison {
  readonly quantity: string;
  /** A number, or the ends between which a source that rounds, and prints other numbers from run to run, can have been. */
  readonly reference: number | { readonly printed: string; readonly low: number; readonly high: number };
  /** Where the reference is from, in a few words. */
  readonly origin: string;
  readonly ours: number;
  /** Of ours; null where nothing is drawn, and the two agree in all the digits shown. */
  readonly standardError: number | null;
  /** Decimals of a number that is not drawn. */
  readonly digits?: number;
}

/** One section of the page. */
export interface Paper {
  readonly title: string;
  readonly source: string;
  /** What is compared, with which seed and how many paths. */
  readonly how: string;
  readonly rows: readonly Comparison[];
}

/** Decimals that are shown: two digits of the standard error. */
export function decimals({ standardError, digits }: Comparison): number {
  if (standardError === null) return digits ?? 6;
  return Math.max(0, 1 - Math.floor(Math.log10(standardError)));
}

/** Standard errors between ours and the reference, signed; 0 between two ends, null where nothing is drawn. */
export function errorsApart({ reference, ours, standardError }: Comparison): number | null {
  if (standardError === null) return null;
  const { low, high } = typeof reference === "number" ? { low: reference, high: reference } : reference;
  return (ours - Math.min(high, Math.max(low, ours))) / standardError;
}
