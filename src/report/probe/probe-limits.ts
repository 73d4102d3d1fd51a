/** What a probe leaves out, for the reader of its page. */
export const probeLimits: readonly string[] = [
  "A score is a function of one measured number, chosen so that a constant product with a fee of 0.3 % stands near the middle where more is possible. It ranks pools; it is no probability, and there is no average: a pool is as good as its weakest side.",
  "Traders and attackers swap through a router that asks for what the stated fee allows. Where the pair insists on less, which the fee tells, an attacker who goes around the router pays less than is said here.",
  "Everything is before gas, and in a pool that is alone: no other pool is there to arbitrage it back while a price is held.",
  "The fee that is insisted on is read off the curve x·y = k. For a pool of another curve it contains the difference of the curves.",
  "Sandwiches are around one victim who sells base. The break-even assumes that a larger front-run earns less for each unit, as it does in a constant product.",
  "A pool that stands already is probed as it stands, and without its first deposit and without other tokens, for which it would have to be deployed anew.",
];
