/**
 * An index of last trades, in a market where a part of what is in it has not traded since the block before: ln I′ = θ·ln I + (1 − θ)·ln S′, the nontrading model
 * with one probability for all securities and many of them (Lo and MacKinlay 1990, An econometric analysis of nonsynchronous trading, Journal of Econometrics
 * 45:181–211, section 2). On a random walk its returns have first autocorrelation θ, and their variance is (1 − θ)/(1 + θ) of the true one.
 *
 * @param before the index at the block before, quote per base, positive; the price itself at the start
 * @param price at this block, positive
 * @param share θ, of the index that has not traded since, from 0 to below 1; with 0 the index is the price, to the last bit
 * @returns quote per base
 */
export function staleIndex(before: number, price: number, share: number): number {
  return price * Math.exp(share * Math.log(before / price));
}
