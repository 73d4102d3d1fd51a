/** A round share of paths as a percentage without needless decimals: `5 %`, `0.5 %`. */
export function sharePercent(share: number): string {
  return `${Number((share * 100).toFixed(6))} %`;
}
