import { z } from "zod";
import type { Comparison } from "../../core/comparison.ts";
import type { SameShape } from "../same-shape.ts";
import { count, int, interval, num, numbers, integers, text } from "../schema-parts.ts";
import { bookSchema, findingSchema, identitySchema, seed } from "../schema-reports.ts";
import { loopSchema } from "../loop-schema.ts";

const estimate = (description: string) =>
  z
    .strictObject({
      value: num("mean over the seeds"),
      interval: interval("95 % interval").nullable().describe("95 % interval, Student's t over the seeds; null for fewer than three"),
    })
    .describe(description);

const settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const { book, title, collateral, startCapital, lines, total, peakMargin, returnOnPeakCapital } = bookSchema.shape;

const comparedBookSchema = z
  .strictObject({
    book,
    title,
    collateral,
    startCapital,
    lines,
    total,
    peakMargin,
    returnOnPeakCapital,
    result: estimate("total over start capital, as a share"),
    costPerGamma: estimate("estimate")
      .nullable()
      .describe(
        "bleed, gap and higher order over the sum of |dollar gamma| times squared return; null where the book's gamma is not recorded",
      ),
  })
  .describe("means over the seeds");

const comparedFlowSchema = z.strictObject({
  participant: text("pool, or a book's name for its hedge"),
  title: text("name for people"),
  net: estimate("net purchase of base over the base that the position begins with"),
  horizon: z
    .union([z.literal(1), z.literal(50), z.literal(300), z.literal(1200)])
    .nullable()
    .describe("of the slope, blocks; null where the runs are too short"),
  slope: estimate("estimate")
    .nullable()
    .describe("quote bought per unit of log return, over a quarter of the position's value; null with the horizon"),
  soldInWorstTenth: estimate("estimate")
    .nullable()
    .describe("sold in the tenth of blocks with the lowest returns, over all it sold; null where a run sold nothing"),
});

const pairsSchema = z
  .strictObject({
    hedgedLpLessTwin: estimate("results over the start capital"),
    lpLessHold: estimate("results over the start capital"),
    lpOverTwinPerGamma: estimate("cost per unit of dollar gamma of the LP over that of the option twin, less 1"),
    hedgeLessPoolInWorstTenth: estimate("estimate")
      .nullable()
      .describe("share sold in the worst tenth of blocks, hedge of the LP less pool; null where one sold nothing"),
    arbitrageOverBleed: estimate("estimate")
      .nullable()
      .describe("what arbitrage took before the fee, over loss versus rebalancing, less 1; null where nothing was lost"),
  })
  .describe("differences in pairs of one run");

const systemSchema = z.strictObject({
  id: text("stable name"),
  title: text("name for people"),
  what: text("who trades because the price moves"),
  settings: settings.describe("beyond what all systems share"),
  outOfSight: count("runs in which trades moved the price out of sight: a spiral; gains and falls are then null"),
  gain: estimate("estimate").nullable().describe("share of a return that comes back one block later; null where the runs are too short"),
  deeper: estimate("estimate")
    .nullable()
    .describe("fall with over fall without, less 1; null where the price does not fall without the agents"),
  lessPoolAlone: estimate("estimate")
    .nullable()
    .describe("that less the same of the pool alone; null for the pool itself, and where the price does not fall"),
  verdict: loopSchema.shape.verdict,
});

const seriesSchema = z
  .strictObject({
    time: integers("unix seconds"),
    price: numbers("over the price at the start"),
    flow: z.array(
      z.strictObject({
        participant: text("pool, or a book's name for its hedge"),
        title: text("name for people"),
        values: numbers("net purchase of base since the start, over the base that the position begins with"),
      }),
    ),
  })
  .describe("some blocks of the first seed's run, for the pictures");

const scenarioSchema = z.strictObject({
  name: text("stable name"),
  title: text("name for people"),
  short: text("its beginning"),
  what: text("what happened, in a sentence"),
  thoughtExperiment: text("why").nullable().describe("set where the crash is older than the pool that it drives"),
  from: int("start of the window, unix seconds"),
  to: int("end of the window, unix seconds"),
  blocks: count("blocks of a run"),
  return: estimate("simple return over the run"),
  volatilityPerDay: estimate("square root of the realised variance a day"),
  fall: estimate("from the first price to the lowest, as a positive log"),
  secondsToLow: estimate("from the first price to the lowest"),
  settings: settings.describe("every setting of the first run, resolved, by its full name"),
  books: z.array(comparedBookSchema),
  flow: z.array(comparedFlowSchema),
  pairs: pairsSchema,
  systems: z.array(systemSchema).describe("who feeds a fall of this size, in a market that answers"),
  identities: z.array(identitySchema).describe("over all runs of the scenario"),
  series: seriesSchema,
});

const comparisonFindingSchema = findingSchema.extend({
  topic: z.enum(["loss", "flow", "loop", "claim"]).describe("what it is about"),
  subject: text("the same in a few words; of a claim the claim"),
  told: z.enum(["above", "below", "none", "open", "mixed"]).describe("where the number lies as far as its interval can tell"),
  standing: z.enum(["contradicted", "borne out", "cannot be told"]).nullable().describe("of a claim; null for what is no claim"),
});

/** The shape of compare.json as a schema that checks: no unknown keys, every number finite, keys in the order of the type. */
export const compareSchema = z.strictObject({
  schemaVersion: z.literal(1).describe("grows when a key changes its meaning or goes"),
  seed,
  seeds: count("runs of each scenario and of each system"),
  shock: z
    .strictObject({
      blocks: count("that a system's fall takes"),
      settings: settings.describe("what all systems share"),
    })
    .describe(
      "the fall of the systems: as deep and as long as the scenario's, evenly over the blocks, with the scenario's volatility around it",
    ),
  scenarios: z.array(scenarioSchema).describe("two"),
  between: z
    .array(z.strictObject({ book, title, less: estimate("result in the first scenario less that in the second, over the start capital") }))
    .describe("the scenarios against each other, in pairs of one seed"),
  findings: z.array(comparisonFindingSchema),
  answer: z.array(z.string()).describe("the answer, a sentence each for the loss, the flow, what turns the pool, and the claims"),
});

// Does not compile when the schema and the type say different things.
true satisfies SameShape<z.infer<typeof compareSchema>, Comparison>;
