import { z } from "zod";
import type { MevResult } from "../../core/mev-result.ts";
import type { SameShape } from "../same-shape.ts";
import { count, interval, num, text } from "../schema-parts.ts";
import { identitySchema, seed } from "../schema-reports.ts";
import { gapSchema } from "../schema-tables.ts";
import { blocksSchema, extractionsSchema, transactionsSchema } from "./mev-schema-tables.ts";

const amount = (description: string) =>
  z
    .string()
    .regex(/^-?\d+$/)
    .describe(description);

const countedShare = (description: string) =>
  z
    .strictObject({
      hits: count("counted"),
      of: count("out of"),
      share: num("hits over of").nullable().describe("null where nothing was counted"),
      interval: interval("95 % Wilson score interval").nullable().describe("95 % Wilson score interval; null where nothing was counted"),
    })
    .describe(description);

const kind = z.enum(["arbitrage", "sandwich", "back-run", "liquidation"]).describe("by what happened on chain");

const participantSchema = z.strictObject({
  participant: text("whose holdings, at both places"),
  base: amount("change in smallest units"),
  quote: amount("change in smallest units"),
  gas: amount("change of ETH, wei"),
  profit: num("gained beyond the exposure of what it held, quote"),
});

const kindSchema = z.strictObject({
  kind,
  count: count("extractions"),
  gross: num("what the extractors' swaps left them with before gas, quote"),
  toBuilder: num("payments beside gas, and of the gas what was not burned, quote"),
  burned: num("base fee, quote"),
  net: num("what is left of the gross, quote"),
  victims: count("swaps that received less because of it"),
  victimLoss: num("how much less, quote"),
  poolGain: num("what liquidity providers have more, or less when negative, than without it, quote"),
});

const searcherSchema = z.strictObject({
  account: text("name of the account's role"),
  sender: text("what it calls itself"),
  bundlesOffered: count("bundles"),
  bundlesIncluded: count("bundles that stand in a block"),
  mined: count("transactions"),
  reverted: count("transactions"),
  gasWasted: num("gas of reverted transactions and cancellations, quote"),
  gasPaid: num("all gas, quote"),
  paid: num("to the builder beside gas, quote"),
  profit: num("gained beyond the exposure of what it held, all costs included, quote"),
});

const tradersSchema = z.strictObject({
  sender: text("what they call themselves"),
  trades: count("executed"),
  reverted: count("reverted"),
  volume: num("executed, quote"),
  shortfall: num("received less than quoted when it was sent, over the quote, weighted by size; negative when more"),
  sandwiched: count("trades that were sandwiched"),
  sandwichLoss: num("what that cost, quote"),
});

const counterfactualSchema = z
  .strictObject({
    without: text("what was taken out"),
    seeds: count("runs of each kind"),
    differences: z.array(
      z.strictObject({
        measure: text("what is compared"),
        withIt: num("mean over seeds"),
        withoutIt: num("mean over seeds"),
        difference: num("mean of the paired differences, with less without"),
        interval: interval("95 % interval").nullable().describe("95 % interval, Student's t over the pairs; null for one seed"),
      }),
    ),
  })
  .describe("runs of the same seeds that differ in one thing");

const effect = count("transactions");

/** The shape of mev.json as a schema that checks: no unknown keys, every number finite, keys in the order of the type. */
export const mevSchema = z.strictObject({
  schemaVersion: z.literal(1).describe("grows when a key changes its meaning or goes"),
  scenario: z.strictObject({
    name: text("stable name"),
    title: text("name for people"),
    what: text("what happened, in a sentence"),
    thoughtExperiment: text("why").nullable().describe("set where the crash is older than the pool that it drives"),
  }),
  seed,
  settings: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe("every setting of the run, resolved, by its full name"),
  ordering: text("how the builder ordered blocks"),
  identities: z.array(identitySchema),
  participants: z.array(participantSchema).describe("who gained what; each column but profit sums to zero exactly"),
  kinds: z.array(kindSchema),
  searchers: z.array(searcherSchema),
  bundlesLeftOut: z.record(z.string(), z.number().int().min(0)).describe("bundles that are in no block, by why"),
  confusion: z.strictObject({
    rows: z
      .array(
        z.strictObject({ arbitrage: effect, sandwich: effect, "back-run": effect, liquidation: effect, none: effect, sender: z.string() }),
      )
      .describe("transactions by what their senders call themselves and by what they did"),
    precision: countedShare("of the transactions that were inferred to be arbitrage or back-runs, those whose senders say so"),
    recall: countedShare("of the transactions left to inference whose senders say that they arbitrage or back-run, those that were found"),
  }),
  traders: z.array(tradersSchema).describe("how those who trade for reasons of their own fared"),
  liquidity: z.strictObject({
    sandwichFees: num("fees of the swaps that sandwiches are made of, victims' not counted, quote"),
    fromSandwiches: num("what liquidity providers gained, or lost when negative, by sandwiches, quote"),
    fromArbitrage: num("what they gained, or lost when negative, by arbitrage and back-runs, quote"),
    shareToBuilder: num("share")
      .nullable()
      .describe("of what arbitrage and back-runs took, the builder's share; null where they took nothing"),
  }),
  gap: gapSchema,
  counterfactual: counterfactualSchema.nullable(),
  blocks: blocksSchema,
  extractions: extractionsSchema,
  transactions: transactionsSchema,
});

// Does not compile when the schema and the type say different things.
true satisfies SameShape<z.infer<typeof mevSchema>, MevResult>;
