import { z } from "zod";
import type { CrashResult } from "../core/result.ts";
import type { SameShape } from "./same-shape.ts";
import { count, int, num, text } from "./schema-parts.ts";
import {
  bookSchema,
  findingSchema,
  flowSchema,
  identitySchema,
  intrabarSchema,
  markoutSchema,
  seed,
  senderSchema,
} from "./schema-reports.ts";
import { loopSchema } from "./loop-schema.ts";
import { gapSchema, recordedPoolSchema, seriesSchema, swapsSchema } from "./schema-tables.ts";

/** The shape of result.json as a schema that checks: no unknown keys, every number finite, keys in the order of the type. */
export const resultSchema = z.strictObject({
  schemaVersion: z.literal(1).describe("grows when a key changes its meaning or goes"),
  scenario: z.strictObject({
    name: text("stable name"),
    title: text("name for people"),
    what: text("what happened, in a sentence"),
    source: text("where the prices come from"),
    resolution: text("of the recorded prices"),
    from: int("start of the window, unix seconds"),
    to: int("end of the window, unix seconds"),
    era: text("how the chain of the time worked"),
    thoughtExperiment: text("why").nullable().describe("set where the crash is older than the pool that it drives"),
    flaggedBars: z.array(
      z.strictObject({ time: int("unix seconds"), what: text("what cannot be right"), treatment: text("what is done about it") }),
    ),
    calibration: z.array(z.string()).describe("how pool size, turnover and its surge were set"),
  }),
  seed,
  settings: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe("every setting of the run, resolved, by its full name"),
  crash: z.strictObject({
    startPrice: num("quote per base"),
    endPrice: num("quote per base"),
    highPrice: num("quote per base"),
    lowPrice: num("quote per base"),
    lowTime: int("unix seconds"),
    return: num("simple return over the run"),
    maxDrawdown: num("as a share"),
    realisedVariance: num("sum of squared log returns from block to block"),
    volatilityPerDay: num("square root of the realised variance a day"),
    blocks: count("blocks after block 0"),
    seconds: num("length of the run"),
    haltedBlocks: count("blocks at which the reference market stood still, stopped by circuit breakers or when its record has it stop"),
  }),
  pool: z.strictObject({
    name: z.string().describe("uniswap-v2, or what a user calls a pool of his own"),
    startValue: num("quote"),
    endValue: num("quote"),
    lpShare: num("share of the pool's liquidity that the book lp holds"),
    impermanentLoss: num("against holding, as a share"),
    lossVersusRebalancing: num("sum over the run, from prices and liquidity alone"),
    fees: num("quote"),
    volume: num("quote"),
    turnoverPerDay: num("volume over mean value, a day"),
    gap: gapSchema,
    arbitrageShare: num("share of blocks with an arbitrage"),
    liquidityChange: num("log change of the root of the reserves' product that mints and burns made"),
  }),
  statement: z.array(bookSchema),
  breakEven: z.strictObject({
    turnoverPerDay: num("turnover a day at which fees would have paid for the bleed"),
    impliedVolatility: num("volatility a year at which theta of the option twin would have"),
    soldVolatility: num("volatility a year at which it was sold"),
  }),
  findings: z.array(findingSchema),
  flow: z.array(flowSchema),
  markouts: z.array(markoutSchema),
  senders: z.array(senderSchema),
  intrabar: z
    .array(intrabarSchema)
    .describe("results that depend on the price path alone, for three variances inside the bar; empty where the path has no bars"),
  recordedPool: recordedPoolSchema.nullable(),
  loop: loopSchema.nullable().describe("null where nobody moves the reference market"),
  identities: z.array(identitySchema),
  series: seriesSchema,
  swaps: swapsSchema,
  engine: z
    .strictObject({
      name: text("engine that executed the blocks"),
      gas: z.array(
        z.strictObject({
          kind: text("kind of transaction"),
          count: count("how many"),
          scheduled: num("gas that was charged"),
          measured: num("gas that the engine used"),
        }),
      ),
      gasDifference: z
        .string()
        .regex(/^-?\d+$/)
        .describe("measured less scheduled fees over all accounts, wei as decimal text"),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .describe("facts of the engine; two engines agree when the bytes without this key do"),
});

// Does not compile when the schema and the type say different things.
true satisfies SameShape<z.infer<typeof resultSchema>, CrashResult>;
