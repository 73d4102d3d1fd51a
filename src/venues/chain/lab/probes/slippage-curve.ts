import type { SlippagePoint } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { costOfSwap } from "./cost-of-swap.ts";

/** Of the reserve of what is paid in. */
const SHARES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;

/**
 * What trades from a thousandth to a half of the reserve cost, each done on the pool as it stands and taken back: 1 − out·x/(in·y), with x the reserve of what is paid in and y that of the other. A
 * constant product with a fee of 1 − φ has 1 − φ/(1 + φ·s) at the share s (Adams et al. 2020, section 3.2.1).
 */
export async function slippageCurve(lab: PoolLab): Promise<readonly SlippagePoint[]> {
  const points: SlippagePoint[] = [];
  for (const side of ["sell", "buy"] as const)
    for (const share of SHARES) points.push({ side, share, cost: (await costOfSwap(lab, side, share)).cost });
  return points;
}
