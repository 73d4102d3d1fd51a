import { z } from "zod";
import { interval, num, text } from "./schema-parts.ts";

/** Whether those who trade because the price moved feed the move. */
export const loopSchema = z.strictObject({
  gain: num("share of a return that comes back one block later, by regression")
    .nullable()
    .describe("null where there is too little to tell"),
  standardError: num("of the gain, over blocks").nullable(),
  interval: interval("95 % interval of the gain, over blocks").nullable(),
  byVarianceRatio: num("the same gain from a variance ratio").nullable(),
  reaction: num("gain that positions ask for at the start"),
  fallWith: num("fall to the lowest price, as a positive log, with the agents"),
  fallWithout: num("the same on the same path without them"),
  amplification: num("their ratio").nullable().describe("null where the price does not fall without the agents"),
  depthElasticity: z
    .strictObject({ value: num("of the pool's depth in the price"), standardError: num("over windows") })
    .nullable()
    .describe("one half is what x·y = k alone has; null where there is too little to tell"),
  verdict: z.enum(["dampens", "neutral", "amplifies", "spirals", "undecided"]).describe("in a word"),
  sentence: text("in words, with its numbers"),
});
