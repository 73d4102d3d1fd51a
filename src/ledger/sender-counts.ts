import type { SenderReport } from "../core/result.ts";
import type { Outcome, Sender } from "../core/words.ts";
import type { ProfitMeter } from "./profit-meter.ts";

interface Counts {
  submitted: number;
  mined: number;
  reverted: number;
  cancelled: number;
  replaced: number;
  unaffordable: number;
  gasPaid: number;
  waited: number;
  longestWait: number;
}

const SENDERS: readonly Sender[] = [
  "arbitrageur",
  "trader",
  "bridge",
  "liquidity-provider",
  "cross-pool-arbitrageur",
  "sandwicher",
  "back-runner",
  "liquidator",
  "oracle",
  "pool-hedger",
  "visitor",
];

/** What became of the transactions of each kind of sender. */
export class SenderCounts {
  readonly #counts = new Map<Sender, Counts>(
    SENDERS.map((sender) => [
      sender,
      { submitted: 0, mined: 0, reverted: 0, cancelled: 0, replaced: 0, unaffordable: 0, gasPaid: 0, waited: 0, longestWait: 0 },
    ]),
  );

  note(sender: Sender, what: "submitted" | "replaced" | "unaffordable", times = 1): void {
    const counts = this.#of(sender);
    // More cannot be counted in a double, and says nothing more.
    counts[what] = Math.min(counts[what] + times, Number.MAX_SAFE_INTEGER);
  }

  /** @param gasPaid in quote at the block's price */
  mined(outcome: Outcome, block: number, gasPaid: number): void {
    const counts = this.#of(outcome.tx.sender);
    const wait = block - outcome.tx.submitted;
    counts.mined += 1;
    if (!outcome.success) counts.reverted += 1;
    if (outcome.tx.action.kind === "cancel") counts.cancelled += 1;
    counts.gasPaid += gasPaid;
    counts.waited += wait;
    if (wait > counts.longestWait) counts.longestWait = wait;
  }

  /** @param pending how many transactions of a sender wait at the end */
  report(profits: ProfitMeter, pending: (sender: Sender) => number): readonly SenderReport[] {
    return SENDERS.filter((sender) => this.#of(sender).submitted + this.#of(sender).unaffordable > 0).map((sender) => {
      const { waited, ...counts } = this.#of(sender);
      const meanWait = counts.mined === 0 ? 0 : waited / counts.mined;
      const { submitted, mined, reverted, cancelled, replaced, unaffordable, gasPaid, longestWait } = counts;
      const profit = profits.of(sender);
      return {
        sender,
        submitted,
        mined,
        reverted,
        cancelled,
        replaced,
        unaffordable,
        stillPending: pending(sender),
        gasPaid,
        meanWait,
        longestWait,
        profit,
      };
    });
  }

  #of(sender: Sender): Counts {
    const counts = this.#counts.get(sender);
    if (counts === undefined) throw new RangeError(`no such sender: ${sender}`);
    return counts;
  }
}
