import type { MempoolSettings } from "../settings.ts";
import { bundleAuction } from "./bundle-auction.ts";
import { firstCome } from "./first-come.ts";
import { firstPrice } from "./first-price.ts";
import type { Ordering } from "./ordering.ts";
import { priorityFee } from "./priority-fee.ts";
import { randomOrder } from "./random-order.ts";

const ORDERINGS: Readonly<Record<MempoolSettings["ordering"], Ordering>> = {
  "priority-fee": priorityFee,
  "first-price": firstPrice,
  "first-come": firstCome,
  "bundle-auction": bundleAuction,
  random: randomOrder,
};

/** The policy that a run's settings name. */
export function orderingOf({ ordering }: Pick<MempoolSettings, "ordering">): Ordering {
  return ORDERINGS[ordering];
}
