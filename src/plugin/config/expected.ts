import { z } from "zod";
import { shown } from "./shown.ts";

/**
 * A schema with one message for whatever is wrong, in the words of Hardhat's own: `Expected …, received …`.
 *
 * @param allowed in words
 */
export function expected<T>(allowed: string, schema: z.ZodType<T>): z.ZodType<T> {
  return z.custom<T>((value) => schema.safeParse(value).success, { error: ({ input }) => `Expected ${allowed}, received ${shown(input)}` });
}
