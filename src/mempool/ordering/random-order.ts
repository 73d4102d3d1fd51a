import { effectivePrice } from "../../core/effective-price.ts";
import type { Ordering } from "./ordering.ts";

/** In an order that chance has decided, of which nobody can buy a better place: every order is as likely (Fisher and Yates). */
export const randomOrder: Ordering = {
  name: "random",
  takesBundles: false,
  isByPrice: false,
  worth: effectivePrice,
  rank(txs, { random }) {
    // First by submission, so that the order depends on chance alone and not on how the mempool lists its transactions.
    const order = [...txs].sort((a, b) => a.id - b.id);
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      const [a, b] = [order[last], order[other]];
      if (a === undefined || b === undefined) continue;
      order[last] = b;
      order[other] = a;
    }
    return order;
  },
};
