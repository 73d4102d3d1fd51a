import type { Bundle, Outcome } from "../core/words.ts";
import type { Built } from "../mempool/build-block.ts";
import type { Participant } from "./participants.ts";

/** Tells every searcher what became of its own transactions and bundles; what became of others' it must see for itself. */
export function tellSearchers(participants: readonly Participant[], block: number, built: Built, outcomes: readonly Outcome[]): void {
  for (const { searcher } of participants) {
    if (searcher === null) continue;
    const isOwn = ({ from }: Pick<Bundle, "from">): boolean => from === searcher.account;
    searcher.hear({
      block,
      mined: outcomes.filter(({ tx }) => isOwn(tx)),
      included: built.included.filter(isOwn),
      leftOut: built.leftOut.map(({ bundle }) => bundle).filter(isOwn),
    });
  }
}
