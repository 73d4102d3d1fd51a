/** What every comparison answers. */
export const QUESTION = "How does x·y = k rebalancing in a crash compare with delta hedging gone wrong?";
