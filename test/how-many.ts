/**
 * How often a random test repeats: as often as keeps the suite short, or, in `npm run test:long`, as often as it is worth.
 *
 * @param usual in `npx hardhat test`
 */
export function howMany(usual: number, long: number): number {
  return process.env["CRASH_LONG_TESTS"] === "1" ? long : usual;
}
