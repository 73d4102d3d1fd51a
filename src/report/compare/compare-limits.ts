/** What the comparison leaves out, for the reader of its page. */
export const compareLimits: readonly string[] = [
  "The recorded paths are given: nobody's trades move them, so they say what a crash does to books and not what books do to a crash. That is what the systems are for.",
  "In the systems the market's impact is linear, lasting and chosen so that the pool alone has a gain of −¼: signs and ratios are the result, not how deep a fall would have been.",
  "A loop gain is measured at a lag of one block. Who answers later, as liquidations by auction do, shows in the depth of the fall and not in the gain.",
  "Gains grow with size: whether a system spirals is said of the sizes that are run, all of the pool, a desk as large as it, and insured capital of three tenths of it.",
  "The seeds differ in what a recorded path leaves open: the way inside its bars or sessions, arrival of blocks and traders. Intervals say how much hangs on that, not how another crash would have gone.",
  "Options are sold at one implied volatility, without smile and term structure; VIX futures are not among the books.",
];
