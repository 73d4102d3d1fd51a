import { describe } from "mocha";
import { howMany } from "../../../how-many.ts";
import { ownPair } from "../own-pair.ts";
import { expectQuiet } from "./expect-quiet.ts";

const SEQUENCES = howMany(60, 200);

describe("venues: nothing is found wrong with sound pairs that are asked for their terms", () => {
  expectQuiet("VolatilityFeePair, by its fee", () => ownPair("VolatilityFeePair"), 12, SEQUENCES);
  expectQuiet("QuotingPair, by its quotes", () => ownPair("QuotingPair", { quoteGetter: "getAmountOut(uint256,address)" }), 12, SEQUENCES);
});
