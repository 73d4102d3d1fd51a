import { z } from "zod";
import { claimOf } from "../claim-of.ts";
import type { MatcherName } from "../matcher-name.ts";

/** Of the file's format; another number is another format. */
export const CRASH_REPLAY = 1;

const setting = z.union([z.string(), z.number(), z.boolean()]);

/** What a failed assertion about a run leaves, to run it again. */
export const crashReplaySchema = z.strictObject({
  crashReplay: z.literal(CRASH_REPLAY),
  /** Of the package that wrote it. */
  version: z.string(),
  matcher: z.enum(Object.keys(claimOf) as [MatcherName, ...MatcherName[]]),
  arguments: z.array(z.unknown()).max(8),
  negated: z.boolean(),
  limit: z.number(),
  /** Of the run that the file stands for. */
  measured: z.number(),
  /** Of the run that failed first, if it was longer. */
  whole: z.strictObject({ blocks: z.int().min(1), measured: z.number() }).nullable(),
  /** What else it takes, in sentences. */
  needs: z.array(z.string()),
  /** A scenario of the user's own cannot be written, nor can an ordering. */
  scenario: z.strictObject({ name: z.string(), own: z.boolean() }),
  ordering: z.string().nullable(),
  /** What the configuration calls it; null for the published pair. */
  pool: z.string().nullable(),
  seed: z.int().min(0),
  engine: z.enum(["chain", "twin"]),
  /** Whether it is a run about extraction. */
  extraction: z.boolean(),
  settings: z.record(z.string(), setting),
});

export type CrashReplay = Readonly<z.infer<typeof crashReplaySchema>>;
