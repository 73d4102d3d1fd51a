import { z } from "zod";
import type { BlockTag, Hex } from "./node-backend.ts";

const text = <T extends string>(pattern: RegExp, what: string): z.ZodCustom<T, T> =>
  z.custom<T>((value) => typeof value === "string" && pattern.test(value), `must be ${what}`);

const QUANTITY = /^0x(0|[1-9a-f][0-9a-f]{0,63})$/i;
const TAG = /^(latest|pending|earliest|safe|finalized)$/;
const HASH = /^0x[0-9a-f]{64}$/i;

/** The words of Ethereum's methods, as EIP-1474 encodes them ("Value encoding"). */
export const valueSchemas = {
  address: text<Hex>(/^0x[0-9a-f]{40}$/i, "an address: 0x and 40 hexadecimal digits"),
  hash: text<Hex>(HASH, "a hash: 0x and 64 hexadecimal digits"),
  data: text<Hex>(/^0x([0-9a-f]{2})+$/i, "bytes: 0x and two hexadecimal digits each, at least one byte"),
  quantity: text<Hex>(QUANTITY, "a quantity: 0x and hexadecimal digits without a leading zero"),
  slot: text<Hex>(/^0x[0-9a-f]{1,64}$/i, "a storage slot: 0x and 1 to 64 hexadecimal digits"),
  tag: text<BlockTag>(TAG, "latest, pending, earliest, safe or finalized"),
  /** A height, a tag, or an object as in EIP-1898. */
  block: z.custom<unknown>(
    isBlock,
    "must be a block: a quantity, latest, pending, earliest, safe, finalized, { blockNumber } or { blockHash }",
  ),
  object: z.custom<Readonly<Record<string, unknown>>>(isObject, "must be an object"),
  flag: z.custom<boolean>((value) => typeof value === "boolean", "must be true or false"),
  /** The second, as Flashbots writes it: a JSON number. */
  seconds: z.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0, "must be a whole number of unix seconds"),
  uuid: z.uuid({ error: "must be a UUID" }).transform((uuid) => uuid.toLowerCase()),
} as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlock(value: unknown): boolean {
  if (typeof value === "string") return QUANTITY.test(value) || TAG.test(value);
  if (!isObject(value)) return false;
  const { blockNumber, blockHash } = value;
  if (blockHash === undefined) return typeof blockNumber === "string" && QUANTITY.test(blockNumber);
  return blockNumber === undefined && typeof blockHash === "string" && HASH.test(blockHash);
}
