import { z } from "zod";
import type { ProbeResult } from "../../core/probe-result.ts";
import type { SameShape } from "../same-shape.ts";
import { count, num, text } from "../schema-parts.ts";
import { seed } from "../schema-reports.ts";

const side = z.enum(["sell", "buy"]).describe("sell pays base in, buy pays quote in");
const share = num("of the reserve of what is paid in");
const scoreId = z.enum(["depth", "push", "sandwich", "oracle", "rounding", "fee", "firstDeposit", "skim", "hostile"]);

/** What was measured, or why nothing was. */
const reading = <T extends z.ZodType>(value: T, description: string) =>
  z
    .union([
      z.strictObject({ value, why: z.null() }),
      z.strictObject({ value: z.null(), why: z.string().describe("why there is nothing to measure") }),
    ])
    .describe(description);

const readingsSchema = z.strictObject({
  slippage: reading(
    z.array(z.strictObject({ side, share, cost: num("1 − out·x/(in·y)").nullable().describe("null where the pool refuses the swap") })),
    "what trades cost, fee and impact together, at the price before each",
  ),
  depth: reading(
    z.strictObject({ down: num("paid out while the price falls by 2 %"), up: num("taken in while it rises by 2 %") }),
    "quote that crosses the pool, over its reserve of quote",
  ),
  largestTrade: reading(
    z.strictObject({ tolerance: num("what it may cost, as a share"), sell: share, buy: share }),
    "the largest trade that costs no more than the tolerance",
  ),
  push: reading(
    z.array(
      z.strictObject({
        move: num("change of the price as a share"),
        capital: num("what has to be paid in, over the pool's value"),
        cost: num("what is gone after the way back, over the pool's value"),
      }),
    ),
    "moving the price by trading, and selling again all that was bought",
  ),
  sandwich: reading(
    z.strictObject({
      tolerance: num("a victim accepts so much less than its quote, as a share"),
      breakEven: share.nullable().describe("the smallest victim whose sandwich pays before gas; null where that of the largest does not"),
      largest: num("the largest victim that was tried, over the reserve"),
      victims: z.array(
        z.strictObject({
          share,
          front: num("the front-run, over the reserve; 0 where none pays"),
          taken: num("left to the attacker, over what the victim pays in"),
          lost: num("what the victim gets less than alone, as a share of that"),
        }),
      ),
    }),
    "sandwiches around one victim who sells",
  ),
  oracle: reading(
    z.strictObject({
      window: count("seconds that are averaged over"),
      push: num("by how much the price is lifted, as a share"),
      inBlock: num("average over the price, less 1, where it is lifted and let go within one block"),
      held: z.array(z.strictObject({ blocks: count("of 12 seconds for which it is held"), error: num("average over the price, less 1") })),
    }),
    "time-weighted average from the pair's own accumulators while somebody lifts the price",
  ),
  rounding: reading(
    z.strictObject({
      tried: count("payments that were tried"),
      largestLoss: num(
        "most that a swap takes from the pool, in smallest units of the token whose unit is worth more; 0 where the pool never loses",
      ),
      payment: num("the payment that did, in smallest units"),
      worth: num("the loss in quote"),
      roundTrip: num("most that there and back again brought more than was paid, in smallest units; 0 where it was refused"),
    }),
    "swaps of a few smallest units",
  ),
  fee: reading(
    z.strictObject({
      stated: num("share of what is paid in").nullable().describe("what the pool or its terms say; null where nobody does"),
      charged: z.array(z.strictObject({ side, share, fee: num("least that the pair insists on, as a share") })),
      gap: num("largest difference of the two").nullable().describe("null where nothing is said"),
      quotes: count("quotes that were held against their swaps"),
      quoteGap: num("largest difference over the quote; 1 where the swap was refused"),
      broken: z.array(
        z.strictObject({
          side,
          share,
          quoted: text("in smallest units"),
          brought: z.string().nullable().describe("in smallest units; null where the swap was refused"),
          reason: z.string().nullable().describe("why it was refused"),
        }),
      ),
    }),
    "what a swap costs against what is said",
  ),
  firstDeposit: reading(
    z.strictObject({
      first: count("smallest units of both tokens with which one can be first"),
      tried: z.array(
        z.strictObject({
          donation: num("over the victim's deposit"),
          victimLoss: num("over the victim's deposit"),
          attackerGain: num("over the victim's deposit"),
        }),
      ),
      victimLoss: num("the largest, as a share of the victim's deposit"),
    }),
    "a depositor behind somebody who was first and made a share dear",
  ),
  skim: reading(
    z.strictObject({
      taken: num("by skim, beyond what lay above the reserves, over the pool's value"),
      isExact: z.boolean().describe("whether skim left exactly the reserves"),
      isSynced: z.boolean().describe("whether sync made what is held the reserves, and paid nobody"),
    }),
    "what a stranger gets",
  ),
  hostile: reading(
    z.strictObject({
      cases: z.array(
        z.strictObject({
          token: text("what it does"),
          operation: text("what is done to the pool"),
          success: z.boolean(),
          reason: z.string().nullable().describe("why it was reverted"),
          isWhole: z.boolean().describe("reserves are covered, and √(xy) per share has not fallen"),
          isClean: z.boolean().describe("a success did what it says, a failure changed nothing, and nobody got in in the middle"),
        }),
      ),
      held: count("cases that end whole and clean"),
    }),
    "the same pool with a quote token that misbehaves",
  ),
});

const poolSchema = z.strictObject({
  name: text("name for people"),
  kind: z.enum(["deployed", "standing"]).describe("deployed for this, or one that was there"),
  address: z.string().nullable().describe("of a standing one"),
  terms: text("how its swaps are quoted"),
  base: num("reserve, whole tokens"),
  quote: num("reserve, whole tokens"),
  value: num("twice the reserve of quote"),
  scores: z.array(
    z.strictObject({
      id: scoreId,
      title: text("name for people"),
      score: num("0 to 100").nullable().describe("null where there is nothing to score"),
      measured: num("the number that is scored").nullable(),
      what: text("what that number is"),
      formula: text("how the score follows from it"),
      why: z.string().nullable().describe("why there is none"),
    }),
  ),
  lowest: z
    .strictObject({ id: scoreId, score: num("0 to 100") })
    .nullable()
    .describe("a pool is as good as its weakest side"),
  findings: z.array(z.string()).describe("what stands out, a sentence each"),
  readings: readingsSchema,
});

/** The shape of probe.json as a schema that checks: no unknown keys, every number finite, keys in the order of the type. */
export const probeSchema = z.strictObject({
  schemaVersion: z.literal(1).describe("grows when a key changes its meaning or goes"),
  seed,
  pools: z.array(poolSchema).describe("one, or two in the order in which they were named"),
});

// Does not compile when the schema and the type say different things.
true satisfies SameShape<z.infer<typeof probeSchema>, ProbeResult>;
