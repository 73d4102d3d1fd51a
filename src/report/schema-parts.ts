import { z } from "zod";

/** A finite number with what it means. */
export const num = (description: string) => z.number().describe(description);
/** A whole number that a double holds exactly. */
export const int = (description: string) => z.number().int().describe(description);
/** A whole number from 0. */
export const count = (description: string) => z.number().int().min(0).describe(description);
export const text = (description: string) => z.string().describe(description);
/** A column of numbers: all columns of one table have the same length. */
export const numbers = (description: string) => z.array(z.number()).describe(description);
export const integers = (description: string) => z.array(z.number().int()).describe(description);
export const texts = (description: string) => z.array(z.string()).describe(description);
/** Whole amounts as decimal text, since a double would round them. */
export const amounts = (description: string) => z.array(z.string().regex(/^-?\d+$/)).describe(description);
export const interval = (description: string) => z.tuple([z.number(), z.number()]).describe(description);
