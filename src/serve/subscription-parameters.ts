import { z } from "zod";
import { positional } from "./check-parameters.ts";
import type { LogFilter } from "./log-filter.ts";
import type { Hex } from "./node-backend.ts";
import { valueSchemas } from "./value-schemas.ts";

/** What a subscription tells of. */
export type Topic =
  | { readonly kind: "newHeads" }
  | { readonly kind: "newPendingTransactions"; readonly full: boolean }
  | { readonly kind: "logs"; readonly filter: LogFilter };

const { address, hash, flag, block } = valueSchemas;

/** Alternatives in one place of a filter. */
const MOST_ALTERNATIVES = 64;

const kind = z.enum(["newHeads", "newPendingTransactions", "logs"], "must be newHeads, newPendingTransactions or logs");
const filterSchema = z.strictObject(
  {
    address: alternatives(address, "an address or an array of addresses").optional(),
    topics: z
      .array(alternatives(hash, "a topic, null, or an array of topics"), "must be an array")
      .max(4, "must have at most 4 places")
      .nullish(),
    fromBlock: block.nullish(),
    toBlock: block.nullish(),
  },
  "must be an object",
);

const heads = z.object({ kind });
const pending = z.object({ kind, fullTransactions: flag.optional() });
const logs = z.object({ kind, filter: filterSchema.optional() });

/**
 * Parameters of `eth_subscribe` as Geth reads them: the kind, and then nothing, whether whole transactions are wanted, or a filter. Its
 * blocks are not looked at, since a subscription tells of new ones only; Go's client always sends them.
 *
 * @throws RpcError -32602 that names the parameter
 */
export function subscriptionParameters(params: readonly unknown[]): Topic {
  switch (positional(heads, params.slice(0, 1)).kind) {
    case "newHeads":
      positional(heads, params);
      return { kind: "newHeads" };
    case "newPendingTransactions":
      return { kind: "newPendingTransactions", full: positional(pending, params).fullTransactions ?? false };
    case "logs": {
      const { filter } = positional(logs, params);
      return { kind: "logs", filter: { addresses: filter?.address, topics: filter?.topics ?? [] } };
    }
  }
}

/** One, several or, as null or an empty array, any. */
function alternatives(one: z.ZodType<Hex>, what: string): z.ZodType<ReadonlySet<Hex> | undefined> {
  const given = z.union([z.array(one).max(MOST_ALTERNATIVES), z.null(), one], `must be ${what}, at most ${MOST_ALTERNATIVES}`);
  return given.transform((value) => {
    const all = value === null ? [] : typeof value === "string" ? [value] : value;
    return all.length === 0 ? undefined : new Set(all.map((each) => each.toLowerCase() as Hex));
  });
}
