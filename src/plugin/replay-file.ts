import { z } from "zod";
import type { Operation, Sequence } from "../venues/operation.ts";
import { parseReplayJson } from "./parse-replay-json.ts";
import { replayInvalid } from "./replay-invalid.ts";

/** Of the file's format; another number is another format. */
const VERSION = 1;
const LARGEST_WORD = 2n ** 256n - 1n;
const MOST_OPERATIONS = 10_000;
const DIGITS = "a whole number from 0 to 2^256 − 1 as text";

const amount = z
  .string({ error: DIGITS })
  .regex(/^\d{1,78}$/, { error: DIGITS })
  .transform(BigInt)
  .refine((value) => value <= LARGEST_WORD, { error: DIGITS });
const asset = z.enum(["base", "quote"]);
const side = z.enum(["sell", "buy"]);
const payee = z.enum(["trader", "other", "pair"]);
const late = z.boolean();

const operation = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("wait"), seconds: z.int().min(0).max(4_294_967_296) }),
  z.strictObject({ op: z.literal("pay"), asset: z.enum(["base", "quote", "liquidity"]), amount }),
  z.strictObject({ op: z.literal("mint"), to: payee }),
  z.strictObject({ op: z.literal("burn"), to: payee }),
  z.strictObject({ op: z.literal("swap"), baseOut: amount, quoteOut: amount, to: z.enum(["trader", "other", "pair", "weth"]) }),
  z.strictObject({ op: z.literal("skim"), to: payee }),
  z.strictObject({ op: z.literal("sync") }),
  z.strictObject({ op: z.literal("protocol-fee"), on: z.boolean() }),
  z.strictObject({ op: z.literal("trade"), side, amountIn: amount, minAmountOut: amount, late }),
  z.strictObject({ op: z.literal("add-liquidity"), base: amount, quote: amount, minBase: amount, minQuote: amount, late }),
  z.strictObject({ op: z.literal("remove-liquidity"), liquidity: amount, minBase: amount, minQuote: amount, late }),
  z.strictObject({ op: z.literal("arbitrage"), side, amountIn: amount, minAmountOut: amount }),
  z.strictObject({ op: z.literal("withdraw"), asset, amount }),
]);

const replay = z.strictObject({
  replay: z.literal(VERSION),
  start: z.int().min(86_400).max(8_589_934_592),
  operations: z.array(operation).min(1).max(MOST_OPERATIONS),
});

/** A sequence as a replay file says it: one operation a line, amounts as decimal text. */
export function encodeReplay({ start, operations }: Sequence): string {
  const line = (each: Operation): string =>
    JSON.stringify(each, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  return `{\n  "replay": ${VERSION},\n  "start": ${start},\n  "operations": [\n    ${operations.map(line).join(",\n    ")}\n  ]\n}\n`;
}

/**
 * @param file its name, for the message
 * @throws InputError for text that is no JSON, and for the first thing in it that no replay file has
 */
export function parseReplay(file: string, text: string): Sequence {
  const content = parseReplayJson(file, text);
  const found = replay.safeParse(content);
  if (found.success) return { start: found.data.start, operations: found.data.operations };
  throw replayInvalid(file, content, found.error.issues[0]);
}
