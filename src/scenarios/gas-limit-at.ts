/** When a block's gas limit settled on what, since the London upgrade doubled it (5 August 2021); before, it was 15,000,000 from April 2021 on. */
const LIMITS: readonly { readonly from: number; readonly gas: number }[] = [
  { from: Date.UTC(2025, 6, 22) / 1000, gas: 45_000_000 },
  { from: Date.UTC(2025, 1, 4) / 1000, gas: 36_000_000 },
  { from: Date.UTC(2021, 7, 5) / 1000, gas: 30_000_000 },
];

/**
 * Gas that fitted in a block of mainnet.
 *
 * @param time unix seconds, from April 2021 on
 */
export function gasLimitAt(time: number): number {
  return LIMITS.find(({ from }) => time >= from)?.gas ?? 15_000_000;
}
