/** Places in (−1, 1) and their weights, which sum to 2. */
export interface QuadratureRule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The Gauss–Legendre rule of so many points: exact for polynomials up to degree 2·points − 1. Nodes are the zeros of the Legendre polynomial, by Newton's
 * method from Tricomi's estimate; weights are 2/((1 − x²)·P′(x)²) (Abramowitz and Stegun 1964, 25.4.29).
 *
 * @param points whole number, at least 1
 */
export function gaussLegendre(points: number): QuadratureRule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < points; i += 1) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = NaN;
    for (let round = 0; round < 8; round += 1) {
      let [before, now] = [1, x];
      for (let n = 2; n <= points; n += 1) [before, now] = [now, ((2 * n - 1) * x * now - (n - 1) * before) / n];
      slope = (points * (x * now - before)) / (x * x - 1);
      x -= now / slope;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
