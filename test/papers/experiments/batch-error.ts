const BATCHES = 50;

/** Standard error of a statistic of a whole sample, from its spread over 50 batches of the sample's independent members. */
export function batchError(sample: readonly number[], statistic: (part: readonly number[]) => number): number {
  const size = Math.floor(sample.length / BATCHES);
  const parts = Array.from({ length: BATCHES }, (_, i) => statistic(sample.slice(i * size, (i + 1) * size)));
  const mean = parts.reduce((sum, part) => sum + part, 0) / BATCHES;
  const squares = parts.reduce((sum, part) => sum + (part - mean) * (part - mean), 0);
  return Math.sqrt(squares / (BATCHES - 1) / BATCHES);
}
