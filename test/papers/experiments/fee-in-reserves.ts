import { type Estimate, estimate } from "../../market/processes/simulate.ts";
import { references, simulate } from "./arbitrage-with-fees.ts";
import type { Comparison, Paper } from "./comparison.ts";

const SEED = 351;
const PATHS = 1_600;
const FEE = 0.01;
const BLOCK_SECONDS = 600;

/**
 * Share of Poisson blocks with a trade where the fee stays in the pool. A trade that is δ beyond the band then ends c·δ inside it, c = f/(2(1 − f)) to first
 * order in δ. The variance of a block is what trades take out of z²; as δ is exponential with mean σ_b/√2, that is 1/P = 1 + (1 + c)√2γ/σ_b − c².
 *
 * @param paper P without that, 1/(1 + √2γ/σ_b)
 */
function shareInReserves(paper: number): number {
  const inward = FEE / (2 * (1 - FEE));
  return 1 / (1 + (1 + inward) * (1 / paper - 1) - inward * inward);
}

/** What a Uniswap V2 pool, which keeps its fee in the reserves, changes in the papers' numbers. */
export function feeInReserves(): Paper {
  const { share, ratio } = references("poisson", FEE, BLOCK_SECONDS);
  const inReserves = shareInReserves(share.value);
  const [aside, kept] = (["aside", "reserves"] as const).map((where) => simulate("poisson", FEE, BLOCK_SECONDS, SEED, PATHS, where));
  const row = (quantity: string, reference: number, origin: string, ours: Estimate): Comparison => ({
    quantity,
    reference,
    origin,
    ours: ours.mean,
    standardError: ours.standardError,
  });
  const difference = estimate(kept!.shares.map((each, path) => each - aside!.shares[path]!));
  return {
    title: "A fee that stays in the reserves",
    source:
      "arXiv:2305.14604 as above, where the fee is paid beside the pool; for Uniswap V2, which adds it to the reserves, derived: a trade that is δ beyond the band ends " +
      "δf/(2(1 − f)) inside it, and both numbers fall by about (γ/2)(1 − P) of themselves.",
    how:
      `Poisson blocks of 10 minutes and 100 bp, the same prices for both pools; the tables above are of the pool that keeps its fee, and the difference is at most about one standard error there. Seed ${SEED}, ` +
      `${PATHS.toLocaleString("en")} paths.`,
    rows: [
      row("fee paid beside the pool: blocks with a trade", share.value, share.origin, aside!.share),
      row("fee paid beside the pool: ARB/LVR", ratio.value, ratio.origin, aside!.ratio),
      row("fee kept in the reserves: blocks with a trade", inReserves, "derived: 1/P′ = 1 + (1 + c)√2·γ/σ_b − c²", kept!.share),
      row("fee kept in the reserves: ARB/LVR", (ratio.value * inReserves) / share.value, "derived: P′·exp(γ/2)/(1 − σ_b²/8)", kept!.ratio),
      row("blocks with a trade: the difference, path by path", inReserves - share.value, "derived: P′ − P", difference),
    ],
  };
}
