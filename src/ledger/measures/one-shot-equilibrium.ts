const HALVINGS = 60;
/** Grain of the search, log price. */
const STEP = 1e-4;
/** Where it ends: no price falls or rises further. */
const FURTHEST = 20;

/**
 * Where a price comes to rest that starts at 1, is shocked, and moves the demand that moves it: ln p = shock + impact·demand(p). Of several such prices the one
 * that is met first on the way from 1, since markets look for a buyer from where they stand. Where the loop gain impact·∂demand/∂ln p exceeds 1 there is
 * none nearby, and it lies far off: a crash (Gennotte and Leland 1990, Market liquidity, hedging, and crashes, American Economic Review 80:999–1021; theory
 * 4.5(ii)). By steps of 1e-4 in the log and bisection between two of them; two prices of rest within one step are missed.
 *
 * @param shock log move that there would be without demand
 * @param impact log move per unit of demand
 * @param demand net purchase at a price, 0 at the price of 1
 * @returns log price, to 1e-15; null if there is none within a factor of e^20
 */
export function oneShotEquilibrium(shock: number, impact: number, demand: (price: number) => number): number | null {
  const excess = (log: number): number => log - shock - impact * demand(Math.exp(log));
  const start = excess(0);
  if (start === 0) return 0;
  // Where too little is bought at a price of 1 it falls, and it rises where too much is.
  const way = -Math.sign(start);
  for (let far = STEP; far <= FURTHEST; far += STEP) {
    if (excess(way * far) * start > 0) continue;
    let [near, beyond] = [way * (far - STEP), way * far];
    for (let i = 0; i < HALVINGS; i += 1) {
      const middle = (near + beyond) / 2;
      if (excess(middle) * start > 0) near = middle;
      else beyond = middle;
    }
    return (near + beyond) / 2;
  }
  return null;
}
