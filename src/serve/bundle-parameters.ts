import { z } from "zod";
import { named } from "./check-parameters.ts";
import type { BundleRequest, CallBundleRequest, CancelRequest, Hex } from "./node-backend.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import { valueSchemas } from "./value-schemas.ts";

const { data, hash, quantity, tag, seconds, uuid } = valueSchemas;

/** Transactions in a bundle, and bytes of all of them: Flashbots' own limits. */
const MOST_TRANSACTIONS = 100;
const MOST_BYTES = 300_000;
const NO_OBJECT = "the bundle must be an object with named parameters";

const height = quantity.transform(Number).refine((number) => Number.isSafeInteger(number), "must be a height below 2^53");
const txs = z.array(data, "must be an array of signed transactions").min(1, "must have at least one transaction");
/** Some clients write null for what they leave out, and 0 for no bound (mev-geth's specification of `eth_sendBundle`, v0.2). */
const bound = seconds.nullish().transform((value) => (value === null || value === 0 ? undefined : value));

const bundle = z
  .strictObject(
    {
      txs,
      blockNumber: height,
      minTimestamp: bound,
      maxTimestamp: bound,
      revertingTxHashes: z
        .array(hash, "must be an array of hashes")
        .max(MOST_TRANSACTIONS, `must have at most ${MOST_TRANSACTIONS}`)
        .nullish()
        .transform((hashes) => hashes ?? []),
      replacementUuid: uuid.nullish().transform((value) => value ?? undefined),
    },
    NO_OBJECT,
  )
  .refine(({ minTimestamp, maxTimestamp }) => minTimestamp === undefined || maxTimestamp === undefined || minTimestamp <= maxTimestamp, {
    path: ["maxTimestamp"],
    error: "must not be below minTimestamp",
  });

const callBundle = z.strictObject(
  {
    txs,
    blockNumber: height,
    stateBlockNumber: z.union([height, tag], "must be a quantity, latest, pending, earliest, safe or finalized"),
    timestamp: seconds.nullish().transform((value) => value ?? undefined),
  },
  NO_OBJECT,
);

const cancellation = z.strictObject({ replacementUuid: uuid }, NO_OBJECT);

/**
 * Parameters of Flashbots' bundle methods (docs.flashbots.net, "JSON-RPC Endpoints"). Left out are `builders`, since there is one builder, and
 * whatever a builder has added of its own: a parameter that would be ignored is refused.
 *
 * @throws RpcError -32602 that names the parameter, -32005 where the bundle is too long
 */
export const bundleParameters = {
  send: (params: readonly unknown[]): BundleRequest => withinLimits(named(bundle, withoutExcess(params))),
  call: (params: readonly unknown[]): CallBundleRequest => withinLimits(named(callBundle, withoutExcess(params))),
  cancel: (params: readonly unknown[]): CancelRequest => named(cancellation, params),
} as const;

/** The count is looked at before the transactions are, so that a bundle of a hundred thousand costs nothing. */
function withoutExcess(params: readonly unknown[]): readonly unknown[] {
  const given = params[0];
  if (typeof given === "object" && given !== null && "txs" in given && Array.isArray(given.txs) && given.txs.length > MOST_TRANSACTIONS)
    throw tooLong(`txs has ${given.txs.length} transactions, more than ${MOST_TRANSACTIONS}`, MOST_TRANSACTIONS);
  return params;
}

function withinLimits<Request extends { readonly txs: readonly Hex[] }>(request: Request): Request {
  const bytes = request.txs.reduce((sum, each) => sum + (each.length - 2) / 2, 0);
  if (bytes > MOST_BYTES) throw tooLong(`txs has ${bytes} bytes, more than ${MOST_BYTES}`, MOST_BYTES);
  return request;
}

function tooLong(problem: string, limit: number): RpcError {
  return new RpcError(rpcCodes.limitExceeded, `limit exceeded: ${problem}`, { parameter: "txs", limit });
}
