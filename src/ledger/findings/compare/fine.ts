/** A small share as a percentage with three decimals. */
export function fine(share: number): string {
  const text = (100 * share).toFixed(3);
  return `${Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−")} %`;
}
