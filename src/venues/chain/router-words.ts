import { AbiCoder } from "ethers";
import { swapFee } from "../../amm/swap-fee.ts";
import type { PairTerms } from "./pool-binding.ts";
import { selector } from "./selectors.ts";

const MILLION = 1_000_000;

/** What the constructor of a pair's router takes after the pair's address, in words without a prefix: `PairTerms` as `PairRouter.sol` has them. */
export function routerWords({ fee, feeGetter, whole, quoteGetter, transferFee = 0 }: PairTerms, baseIsToken0: boolean): string {
  const fixed = swapFee(fee ?? 0);
  const quoteFee = Math.round(transferFee * MILLION);
  const [fee0, fee1] = baseIsToken0 ? [0, quoteFee] : [quoteFee, 0];
  const getter = (signature: string | undefined): string => (signature === undefined ? "0x00000000" : selector(signature));
  return AbiCoder.defaultAbiCoder()
    .encode(
      ["uint256", "uint256", "bytes4", "bytes4", "uint256", "uint256"],
      [feeGetter === undefined ? fixed.whole : (whole ?? MILLION), fixed.kept, getter(feeGetter), getter(quoteGetter), fee0, fee1],
    )
    .slice(2);
}
