import { normalCdf, normalPdf } from "../../../src/hedger/normal.ts";

/** An even number of intervals over the band. */
const INTERVALS = 300;

/**
 * Fixed blocks without an expansion: the gap between two log prices takes a normal step of deviation 1 and is brought back to the nearest end of [−a, a], where
 * a = γ/σ_b. Its stationary law has a mass at either end and a density f between them, f(z) = ∫f(y)φ(z − y)dy + m(φ(z − a) + φ(z + a)), solved by Simpson's rule.
 *
 * @param width a, positive
 * @returns share of blocks with a trade, 2m, and ARB/LVR to first order in γ, E[((|z| − a)⁺)²]
 */
export function fixedBlockLaw(width: number): { readonly share: number; readonly ratio: number } {
  const step = (2 * width) / INTERVALS;
  const nodes = Array.from({ length: INTERVALS + 1 }, (_, i) => -width + i * step);
  const weights = nodes.map((_, i) => ((i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2) * step) / 3);
  // For m = 1; divided by its total below.
  const density = solve(
    nodes.map((z, i) => nodes.map((y, j) => (i === j ? 1 : 0) - weights[j]! * normalPdf(z - y))),
    nodes.map((z) => normalPdf(z - width) + normalPdf(z + width)),
  );
  const inside = density.map((value, i) => value * weights[i]!);
  const total = inside.reduce((sum, mass) => sum + mass, 2);
  const beyond = inside.reduce((sum, mass, i) => sum + mass * squareBeyond(width - nodes[i]!), squareBeyond(0) + squareBeyond(2 * width));
  return { share: 2 / total, ratio: (2 * beyond) / total };
}

/** E[((Z − u)⁺)²] of a standard normal Z. */
function squareBeyond(u: number): number {
  return (1 + u * u) * normalCdf(-u) - u * normalPdf(u);
}

/** Gaussian elimination; the matrix is a strict contraction away from the identity, so no pivoting. Overwrites what it is given. */
function solve(matrix: number[][], right: number[]): readonly number[] {
  const n = right.length;
  for (let k = 0; k < n; k += 1) {
    const pivot = matrix[k]!;
    for (let i = k + 1; i < n; i += 1) {
      const row = matrix[i]!;
      const factor = row[k]! / pivot[k]!;
      for (let j = k; j < n; j += 1) row[j]! -= factor * pivot[j]!;
      right[i]! -= factor * right[k]!;
    }
  }
  const found = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = right[i]!;
    for (let j = i + 1; j < n; j += 1) rest -= matrix[i]![j]! * found[j]!;
    found[i] = rest / matrix[i]![i]!;
  }
  return found;
}
