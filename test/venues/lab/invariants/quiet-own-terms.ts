import { describe } from "mocha";
import { ownPair } from "../own-pair.ts";
import { expectQuiet } from "./expect-quiet.ts";

describe("venues: nothing is found wrong with sound pairs that are asked for their terms", () => {
  expectQuiet("VolatilityFeePair, by its fee", () => ownPair("VolatilityFeePair"), 12);
  expectQuiet("QuotingPair, by its quotes", () => ownPair("QuotingPair", { quoteGetter: "getAmountOut(uint256,address)" }), 12);
});
