/** What the tables' words mean, for who has never heard of them. */
export const mevNotes = {
  amounts:
    "In quote at the reference price of the block. Gross is what the extractors' swaps left them with. The builder, who decides what stands where in a block, gets payments and the gas that is not burned; net is left. Victims are swaps that received less, LPs are those whose tokens stand in the pool.",
  participants:
    "In whole tokens; accounts of a kind are one row. Profit is what is left of the change once the price's move on what was held is taken out. The reference market is the market off chain where the others settle and hedge.",
  searchers:
    "In quote. Wasted is the gas of attempts that came to nothing: reverted transactions and cancellations. Profit counts all costs, and what was earned off chain by settling.",
  transactions:
    "Paid is what went to the builder beside gas, only if it succeeded. Gain is what both pools gave the sender at the reference price of the block, before gas.",
  inference:
    "What two pools show is read off the chain. Arbitrage against a market off chain can only be inferred, because the chain does not know that market's price.",
} as const;
