import { describe } from "mocha";
import { howMany } from "../../../how-many.ts";
import { feePair } from "../fee-pair.ts";
import { expectQuiet } from "./expect-quiet.ts";

const SEQUENCES = howMany(60, 200);

describe("venues: nothing is found wrong with sound pairs of a fixed fee", () => {
  expectQuiet("FeePair at 0.3 %", () => feePair(3_000), 12, SEQUENCES);
  expectQuiet("FeePair at 0.25 %", () => feePair(2_500), 12, SEQUENCES);
});
