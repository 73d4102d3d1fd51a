import { describe } from "mocha";
import { feePair } from "../fee-pair.ts";
import { expectQuiet } from "./expect-quiet.ts";

describe("venues: nothing is found wrong with sound pairs of a fixed fee", () => {
  expectQuiet("FeePair at 0.3 %", () => feePair(3_000), 12);
  expectQuiet("FeePair at 0.25 %", () => feePair(2_500), 12);
});
