/** What the model leaves out, for the reader of a page about extraction. */
export const mevLimits: readonly string[] = [
  "One builder makes every block and takes the best order that it is offered: builders do not compete, nobody censors, and no block is undone by a reorganisation.",
  "What reaches the builder in private is seen by the builder alone, and the builder extracts nothing itself.",
  "Extraction is looked for within one block: what spans several, such as an order that is held back, is not seen.",
  "What a victim lost is found by replaying the block without the sandwich, everything else as it was; what others would have done without it stays open.",
  "Arbitrage against the market off chain is inferred with the reference price of the block. Who traded against the pool's error by chance looks the same.",
  "The market off chain is the price path and nothing else: nobody's trades move it, and it never halts.",
  "A single run is a single draw of traders, arrival times and bids. Only a comparison over seeds says how much of it is chance.",
];
