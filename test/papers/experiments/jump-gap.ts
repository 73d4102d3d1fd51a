import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import { squareRootClaim } from "../../../src/hedger/square-root-claim.ts";
import { bleedOfStep } from "../../../src/ledger/books/liquidity-position.ts";
import { merton } from "../../../src/market/processes/merton.ts";
import { DAYS_PER_YEAR, estimate, relativeEnds } from "../../market/processes/simulate.ts";
import type { Comparison, Paper } from "./comparison.ts";

const SEED = 401;
const PATHS = 400_000;
/** Jumps a year, and mean and deviation of their logarithm. */
const [RATE, MEAN, DEVIATION] = [2, -0.2, 0.1];

/** Of a pool that is hedged until a gap J: its loss in percent, and what its gamma says. */
const POOL_GAPS = [
  { jump: -0.1, loss: 0.13167, gamma: 0.125 },
  { jump: -0.43, loss: 3.00166, gamma: 2.311 },
] as const;
/** Of a sold call, hedged likewise, in units of the price. */
const CALL_GAPS = [
  { jump: -0.05, loss: 0.84488, gamma: 0.859 },
  { jump: -0.1, loss: 2.9781, gamma: 3.437 },
] as const;

const exact = (quantity: string, reference: number, origin: string, ours: number, digits: number): Comparison => ({
  quantity,
  reference,
  origin,
  ours,
  standardError: null,
  digits,
});

/** Jumps that a hedger cannot follow: of a pool, of a sold call, and Merton's law of them. */
export function jumpGap(): Paper {
  const call = blackScholes("call", 100, 0.05);
  const at = call.greeks(100, 1 / 12, 0.2);
  const gammaOfPool = squareRootClaim(0.5).greeks(1, 0, 0).gamma;
  const percent = (jump: number): string => `${(100 * jump).toFixed(0).replace("-", "−")} %`;
  const pool = POOL_GAPS.flatMap(({ jump, loss, gamma }) => [
    exact(`pool, gap of ${percent(jump)}: loss, %`, loss, "formula: (1 − √(1 + J))²/2", -100 * bleedOfStep(0.5, 1, 1 + jump), 5),
    exact(`pool, gap of ${percent(jump)}: by its gamma, %`, gamma, "formula: J²/8", -50 * gammaOfPool * jump * jump, 3),
  ]);
  const sold = CALL_GAPS.flatMap(({ jump, loss, gamma }) => {
    const gap = call.value(100 * (1 + jump), 1 / 12, 0.2) - at.value - 100 * at.delta * jump;
    return [
      exact(`sold call, gap of ${percent(jump)}: loss`, loss, "formula: C(S(1 + J)) − C(S) − ΔSJ", gap, 5),
      exact(`sold call, gap of ${percent(jump)}: by its gamma`, gamma, "formula: ½Γ(SJ)²", (at.gamma * 10_000 * jump * jump) / 2, 3),
    ];
  });
  const square = DEVIATION * DEVIATION;
  const jumpTerm = (RATE / 2) * (1 - 2 * Math.exp(MEAN / 2 + square / 8) + Math.exp(MEAN + square / 2));
  const law = {
    kind: "merton",
    driftPerDay: 0,
    volatilityPerDay: 0,
    jumpsPerDay: RATE / DAYS_PER_YEAR,
    jumpMean: MEAN,
    jumpDeviation: DEVIATION,
  } as const;
  const ends = relativeEnds(merton(law), SEED, PATHS, 1, DAYS_PER_YEAR);
  const lost = estimate(ends.map((end) => -bleedOfStep(0.5, 1, end)));
  return {
    title: "The jump gap",
    source:
      "Derived from Theorem 1 of arXiv:2208.06046 without its limit of small steps; the law of the jumps is Merton 1976, Option pricing when underlying stock " +
      "returns are discontinuous; the call is the one of the section above.",
    how:
      `A gap costs a pool more than its gamma says, and a sold call less. Merton's jumps: ${RATE} a year with log mean −${-MEAN} and deviation ${DEVIATION}, no volatility; the loss of one ` +
      `step of a year over the pool's value. Seed ${SEED}, ${PATHS.toLocaleString("en")} paths.`,
    rows: [
      ...pool,
      ...sold,
      {
        quantity: "pool, Merton's jumps: mean loss of a step of a year",
        reference: -Math.expm1(-jumpTerm),
        origin: "formula: 1 − exp(−ℓ), ℓ = λ/2·(1 − 2exp(m/2 + d²/8) + exp(m + d²/2))",
        ours: lost.mean,
        standardError: lost.standardError,
      },
    ],
  };
}
