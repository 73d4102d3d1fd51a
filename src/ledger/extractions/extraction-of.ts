import type { Amounts } from "../../amm/uniswap-v2.ts";
import { valueAt, valueNumber } from "../../core/units.ts";
import type { PriceE8, Value } from "../../core/words.ts";
import type { Deed } from "./deed.ts";
import type { Extraction, ExtractionKind, Victim } from "./extraction.ts";
import { netOf } from "./net-of.ts";

/** Who paid an extraction, beside what the extractor itself left in gas and payment. */
export interface Payers {
  readonly victims: readonly Victim[];
  readonly poolGain: Value;
  readonly windfall: Value;
}

/**
 * What the transactions of an extraction came to, at the reference price of their block.
 *
 * @param own the extractor's transactions, in the order of the block; at least one
 */
export function extractionOf(
  kind: ExtractionKind,
  basis: Extraction["basis"],
  own: readonly Deed[],
  payers: Payers,
  price: PriceE8,
): Extraction {
  const gross = own.map(netOf).reduce((sum, each): Amounts => ({ base: sum.base + each.base, quote: sum.quote + each.quote }));
  const total = (of: "gasFee" | "burned" | "payment"): bigint => own.reduce((sum, each) => sum + each[of], 0n);
  const [gasFee, payment] = [total("gasFee"), total("payment")];
  const { account, sender } = own[0]!;
  return {
    kind,
    account,
    sender,
    transactions: own.map(({ index }) => index),
    victims: payers.victims,
    collateral: own.find((each) => each.collateral !== null)?.collateral ?? null,
    gross,
    grossValue: valueNumber(valueAt(gross.base, gross.quote, price)),
    gasFee,
    burned: total("burned"),
    payment,
    netValue: valueNumber(valueAt(gross.base - gasFee - payment, gross.quote, price)),
    poolGain: valueNumber(payers.poolGain),
    windfallValue: valueNumber(payers.windfall),
    basis,
  };
}
