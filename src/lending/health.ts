import { priceNumber, baseNumber, quoteNumber } from "../core/units.ts";
import type { AccountId, LendingTerms, PriceE8 } from "../core/words.ts";
import { checkedProduct } from "./checked-product.ts";
import type { LendingState, Position } from "./lending-state.ts";

/** Brings debt·ratio to the unit of collateral·price, 10^-26 quote: 26 digits less the 6 of quote and the 6 of the ratio. */
const VALUE_OF_RATED_DEBT = 10n ** 14n;

/** Value of the collateral over the debt, such as 1.5. */
export function collateralRatio({ collateral, debt }: Position, price: PriceE8): number {
  return (baseNumber(collateral) * priceNumber(price)) / quoteNumber(debt);
}

/** Whether a position may be liquidated: collateral·price < debt·ratio, exactly; refused where the contract overflows. */
export function isUnsafe(
  { collateral, debt }: Position,
  price: PriceE8,
  { liquidationRatioPpm }: Pick<LendingTerms, "liquidationRatioPpm">,
): boolean {
  return checkedProduct(collateral, price) < checkedProduct(debt, VALUE_OF_RATED_DEBT, BigInt(liquidationRatioPpm));
}

/** Whose positions may be liquidated at a price, oldest first. */
export function unsafeBorrowers(
  { positions }: Pick<LendingState, "positions">,
  price: PriceE8,
  terms: Pick<LendingTerms, "liquidationRatioPpm">,
): readonly AccountId[] {
  return [...positions].flatMap(([borrower, position]) => (isUnsafe(position, price, terms) ? [borrower] : []));
}
