import { CrashError } from "../core/errors.ts";
import type { Outcome } from "../core/words.ts";
import type { Built } from "../mempool/build-block.ts";

/** @throws CrashError `VENUE_BUNDLE` when a bundle that was tried and taken did not come out whole */
export function checkBundles(block: number, { included }: Pick<Built, "included">, outcomes: readonly Outcome[]): void {
  const failed = new Set(outcomes.filter(({ success }) => !success).map(({ tx }) => tx.id));
  if (failed.size === 0) return;
  for (const { id, from, txs, mayRevert } of included) {
    const broken = txs.find((tx) => failed.has(tx.id) && !mayRevert.includes(tx.id));
    if (broken !== undefined)
      throw new CrashError(
        "VENUE_BUNDLE",
        `the venue broke bundle ${id} of ${from} in block ${block}: transaction ${broken.id} of ${broken.from} failed`,
      );
  }
}
