/** What the model leaves out, for the reader of a run's page. */
export const runLimits: readonly string[] = [
  "The reference market is the recorded path: nobody's trades move it, it never halts, and it is always there to trade at its price and cost.",
  "The path inside a recorded bar is drawn at random between its extremes; the table on variance inside the bars says how much hangs on that.",
  "There is one pool, and nobody routes around it: in the crash itself traders and arbitrageurs had several to choose from.",
  "Blocks are ordered by their bids; private bundles, sandwiches, reorganisations of the chain and failures of nodes do not occur.",
  "Traders arrive at random and do not panic: they trade more when volatility is high, but their direction does not follow the price.",
  "Options are sold and marked at one implied volatility: no smile, no term structure and no jump of implied volatility in the crash.",
  "Hedges are never liquidated for want of margin; the margin that they would have needed is shown instead. No interest is paid or earned.",
  "A single run is a single draw. Intervals say how far blocks of this draw differ, not how another crash would have gone.",
];
