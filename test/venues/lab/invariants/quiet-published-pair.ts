import { describe } from "mocha";
import { publishedArtifact } from "../../../../src/venues/chain/artifacts.ts";
import { v2Pair } from "../../../../src/venues/chain/v2-pair.ts";
import { expectQuiet } from "./expect-quiet.ts";

describe("venues: nothing is found wrong with the published pair", () => {
  expectQuiet("UniswapV2Pair", async () => v2Pair({ artifact: publishedArtifact("UniswapV2Pair") }), 25);
});
