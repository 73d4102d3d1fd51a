/** Sandwiches in doubles and without floors: the formulas that are published, as the other method beside the integers. */

export interface SandwichCase {
  readonly title: string;
  /** The pool, in whole tokens; the attack and the victim pay x. */
  readonly x: number;
  readonly y: number;
  /** What the pool keeps of an input. */
  readonly phi: number;
  /** The victim's input, and its slippage tolerance as a share of the quoted output. */
  readonly victim: number;
  readonly slippage: number;
  readonly most: number;
  readonly profit: number;
}

/** Own vectors: the largest front-run that the victim bears, and what it earns, in x. */
export const sandwichCases: readonly SandwichCase[] = [
  sandwichCase(0.997, 10, 0.005, 2.525668947115, 0.035101765446),
  sandwichCase(1, 10, 0.005, 2.521898960227, 0.050497475126),
];

function sandwichCase(phi: number, victim: number, slippage: number, most: number, profit: number): SandwichCase {
  const title = `x = 1000, y = 2,000,000, φ = ${phi}, victim of ${victim} with ${slippage * 100} %: front-run ${most}, profit ${profit}`;
  return { title, x: 1_000, y: 2_000_000, phi, victim, slippage, most, profit };
}

/**
 * The largest front-run after which a victim still gets (1 − s) of its quote: the positive root of φ·a² + B·a − x·(x + φ·v)·s/(1 − s) with
 * B = (1 + φ)·x + φ²·v, in the form that does not cancel.
 */
export function mostBorne({ x, phi, victim, slippage }: Omit<SandwichCase, "title" | "most" | "profit">): number {
  const b = (1 + phi) * x + phi * phi * victim;
  const c = (x * (x + phi * victim) * slippage) / (1 - slippage);
  return (2 * c) / (b + Math.sqrt(b * b + 4 * phi * c));
}

/** Output φ·y·D/(x + φ·D) of one swap without floors. */
export function outputOf(paid: number, reserveIn: number, reserveOut: number, phi: number): number {
  return (phi * paid * reserveOut) / (reserveIn + phi * paid);
}

/** Profit of a front-run of `front`, swap by swap. */
export function profitInDoubles(x: number, y: number, phi: number, victims: readonly number[], front: number): number {
  const bought = outputOf(front, x, y, phi);
  let [reserveIn, reserveOut] = [x + front, y - bought];
  for (const victim of victims) {
    const out = outputOf(victim, reserveIn, reserveOut, phi);
    reserveIn += victim;
    reserveOut -= out;
  }
  return outputOf(bought, reserveOut, reserveIn, phi) - front;
}

/** Profit without a fee in one formula: x + v − x·(x + a)·(x + a + v)/(x² + 2·a·x + a² + a·v). */
export function feeFreeProfit(x: number, victim: number, front: number): number {
  return x + victim - (x * (x + front) * (x + front + victim)) / (x * x + 2 * front * x + front * front + front * victim);
}

/** The victim, as a share of the reserve, at which the first unit of a front-run earns nothing: φ²·(1 + w)·(1 + φ·w) = 1. */
export function breakEvenVictim(phi: number): number {
  const [square, linear, constant] = [phi * phi * phi, phi * phi * (1 + phi), phi * phi - 1];
  return (-2 * constant) / (linear + Math.sqrt(linear * linear - 4 * square * constant));
}

/** Where the profit around one victim is most if it bears everything, as a share of the reserve: 1 + w/u = √(D/φ³) at u = 1 + a. */
export function peakOfOne(phi: number, victim: number): number {
  const d = 1 - phi * phi + phi * phi * phi - phi * phi * (1 - phi) * victim;
  return victim / (Math.sqrt(d / (phi * phi * phi)) - 1) - 1;
}
