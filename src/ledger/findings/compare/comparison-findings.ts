import type { Comparison, ComparisonFinding } from "../../../core/comparison.ts";
import { arbitrageIsTheLoss } from "./claims/arbitrage-is-the-loss.ts";
import { deathSpiral } from "./claims/death-spiral.ts";
import { hedgingIsHarmless } from "./claims/hedging-is-harmless.ts";
import { lossesAmplified } from "./claims/losses-amplified.ts";
import { mirrorImage } from "./claims/mirror-image.ts";
import { selfReinforcing } from "./claims/self-reinforcing.ts";
import { sellingVolatility } from "./claims/selling-volatility.ts";
import { fallWith } from "./fall-with.ts";
import { flowOf } from "./flow-of.ts";
import { lossPerGamma } from "./loss-per-gamma.ts";
import { poolOrDesk } from "./pool-or-desk.ts";
import { soldInWorstTenth } from "./sold-in-worst-tenth.ts";
import { whichCrashCostMore } from "./which-crash-cost-more.ts";

/** What the numbers of two crashes say, in plain sentences that turn when the numbers turn. */
export function comparisonFindings(comparison: Pick<Comparison, "scenarios" | "between">): readonly ComparisonFinding[] {
  const { scenarios } = comparison;
  const loss = [...lossPerGamma(scenarios), ...poolOrDesk(scenarios), ...whichCrashCostMore(comparison)];
  const flow = [...flowOf(scenarios), ...soldInWorstTenth(scenarios)];
  const claims = [mirrorImage, selfReinforcing, hedgingIsHarmless, lossesAmplified, arbitrageIsTheLoss, sellingVolatility, deathSpiral];
  return [...loss, ...flow, ...fallWith(scenarios), ...claims.flatMap((claim) => claim(scenarios))];
}
