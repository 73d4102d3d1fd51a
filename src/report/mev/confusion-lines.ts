import type { ConfusionMatrix, CountedShare } from "../../core/mev-result.ts";
import { decimal, percent } from "../number-format.ts";

/** How far what was done can be told from what senders call themselves, in two sentences: precision and recall. */
export function confusionLines({ precision, recall }: ConfusionMatrix): readonly [precision: string, recall: string] {
  const [found, named] = [decimal(precision.of), decimal(recall.of)];
  return [
    precision.of === 0
      ? "Precision: no transaction was inferred to be arbitrage or a back-run."
      : `Precision: of ${found} transactions that were inferred to be arbitrage or a back-run, ${decimal(precision.hits)} come from senders who say that they do that, ${shareText(precision)}.`,
    recall.of === 0
      ? "Recall: no sender who says that it does that left anything to inference."
      : `Recall: of ${named} transactions of such senders that the chain alone does not explain, ${decimal(recall.hits)} were found, ${shareText(recall)}.`,
  ];
}

function shareText({ share, interval }: CountedShare): string {
  if (share === null) return "no share";
  const range = interval === null ? "no interval" : `95 % interval ${percent(interval[0], 1)} to ${percent(interval[1], 1)}`;
  return `${percent(share, 1)} (${range})`;
}
