import type { MevResult } from "../../core/mev-result.ts";
import { decimal, percent } from "../number-format.ts";
import type { KeyNumber } from "../page/key-numbers.ts";
import { unitText } from "../unit-text.ts";
import { kindsSum } from "./kinds-sum.ts";

/** What a run did to extractors, liquidity providers and victims. */
export function mevKeys({ kinds }: Pick<MevResult, "kinds">): readonly KeyNumber[] {
  const sum = kindsSum(kinds);
  const share = (name: "toBuilder" | "burned" | "net", words: string): string =>
    sum.gross > 0 && sum[name] !== 0 ? `${percent(sum[name] / sum.gross, 1)} ${words}` : "";
  return [
    {
      tone: "arbitrage",
      title: "taken by extractors",
      number: unitText(sum.gross, "money"),
      notes: [share("toBuilder", "to the builder"), share("burned", "burned"), share("net", "kept")],
    },
    {
      tone: "lp",
      title: "liquidity providers",
      number: unitText(sum.poolGain, "money"),
      notes: [`by ${decimal(sum.count)} ${sum.count === 1 ? "extraction" : "extractions"}`],
    },
    {
      tone: "loss",
      title: "lost by victims of sandwiches",
      number: unitText(sum.victimLoss, "money"),
      notes: [`in ${decimal(sum.victims)} ${sum.victims === 1 ? "swap" : "swaps"}`],
    },
  ];
}
