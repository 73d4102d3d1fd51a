/** First derivative by the five-point stencil; its error is of fourth order in the step. */
export function derivative(f: (x: number) => number, x: number, step: number): number {
  return (f(x - 2 * step) - 8 * f(x - step) + 8 * f(x + step) - f(x + 2 * step)) / (12 * step);
}
