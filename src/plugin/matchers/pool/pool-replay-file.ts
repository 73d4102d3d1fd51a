import { z } from "zod";
import type { PoolReplay } from "../../../venues/chain/lab/invariants/pool-replay.ts";
import { replayInvalid } from "../../replay-invalid.ts";
import { packageVersion } from "../replay/package-version.ts";
import { refuseOtherFormat } from "../replay/refuse-other-format.ts";

/** Of the file's format; another number is another format. */
const FORMAT = 1;

/** What is looked at closely is looked at by `replayPool`. */
const schema = z.strictObject({
  poolReplay: z.literal(FORMAT),
  /** Of the package that wrote it. */
  version: z.string(),
  matcher: z.enum(["keepInvariant", "conserveTokens"]),
  /** What the configuration calls it, or a contract of the project. */
  pool: z.string().min(1),
  rule: z.string(),
  terms: z.looseObject({ fee: z.unknown() }),
  operations: z
    .array(z.looseObject({ kind: z.string() }))
    .min(1)
    .max(1_000),
});

/** What a failed assertion about a pool leaves. */
export interface PoolReplayFile {
  readonly matcher: "keepInvariant" | "conserveTokens";
  readonly pool: string;
  readonly replay: PoolReplay;
}

/** One operation a line. */
export function encodePoolReplay({ matcher, pool, replay: { rule, terms, operations } }: PoolReplayFile): string {
  const head = { poolReplay: FORMAT, version: packageVersion(), matcher, pool, rule, terms };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const steps = operations.map((each) => `    ${JSON.stringify(each)}`);
  return `{\n${lines.join(",\n")},\n  "operations": [\n${steps.join(",\n")}\n  ]\n}\n`;
}

/** Whether the content of a file is meant to be a replay of what was done to a pool. */
export function isPoolReplay(content: unknown): content is object {
  return typeof content === "object" && content !== null && "poolReplay" in content;
}

/**
 * A replay from the content of its file.
 *
 * @param file its name, for the message
 * @throws InputError `REPLAY_VERSION` for another format, and `REPLAY_INVALID` for the first thing that no replay has
 */
export function parsePoolReplay(file: string, content: object): PoolReplayFile {
  const { poolReplay: format, version } = content as { readonly poolReplay: unknown; readonly version?: unknown };
  refuseOtherFormat(file, { format, version }, FORMAT);
  const found = schema.safeParse(content);
  if (!found.success) throw replayInvalid(file, content, found.error.issues[0]);
  const { matcher, pool, rule, terms, operations } = found.data;
  // Rule and operations are checked by who does them.
  return { matcher, pool, replay: { rule, terms, operations } as unknown as PoolReplay };
}
