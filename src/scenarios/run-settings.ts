import { z } from "zod";

/** The run as a whole. */
export const runSettings = z.strictObject({
  blocks: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_000_000)
    .describe("the run stops after so many blocks, or at the scenario's end (blocks)"),
});

export type RunSettings = Readonly<z.infer<typeof runSettings>>;
