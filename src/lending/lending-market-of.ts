import type { Amounts } from "../amm/uniswap-v2.ts";
import { baseForQuote, quoteForBase } from "../core/units.ts";
import type { LendingGenesis, PriceE8 } from "../core/words.ts";
import type { LendingSettings } from "./settings.ts";

const ppm = (share: number): number => Math.round(share * 1e6);

/** Debts are spread evenly over the ratios in between, so that a falling price reaches one after the other. */
const MILLION = 1_000_000n;

/** The lending market that settings stand for beside a pool, all positions of the same collateral; null where nobody borrows. */
export function lendingMarketOf(pool: Amounts, { lending }: { readonly lending: LendingSettings }, price: PriceE8): LendingGenesis | null {
  const { borrowers, safest, riskiest } = lending;
  if (borrowers === 0) return null;
  const poolValue = 2n * pool.quote;
  const collateral = baseForQuote((poolValue * BigInt(ppm(lending.collateral))) / MILLION, price) / BigInt(borrowers);
  const positions = Array.from({ length: borrowers }, (_, i) => {
    const ratio = borrowers === 1 ? riskiest : riskiest + ((safest - riskiest) * i) / (borrowers - 1);
    return { borrower: `borrower-${i + 1}`, collateral, debt: (quoteForBase(collateral, price) * MILLION) / BigInt(ppm(ratio)) };
  });
  const { liquidationRatio, penalty, minIncrease, bidSeconds, auctionSeconds, oracle, oracleSeconds } = lending;
  return {
    terms: {
      liquidationRatioPpm: ppm(liquidationRatio),
      penaltyPpm: ppm(penalty),
      minIncreasePpm: ppm(minIncrease),
      bidSeconds,
      auctionSeconds,
    },
    oracle,
    oracleSeconds,
    firstPrice: price,
    positions: positions.filter(({ debt }) => debt > 0n),
  };
}
