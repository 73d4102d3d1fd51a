import type { z } from "zod";
import { CrashError } from "../core/errors.ts";

/**
 * A result as its schema has it, keys in the order of the schema.
 *
 * @throws CrashError `RESULT_INVALID` for what the schema does not allow, NaN and infinity among it
 */
export function checkedBy<T>(schema: z.ZodType<T>, result: unknown): T {
  const checked = schema.safeParse(result);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new CrashError(
    "RESULT_INVALID",
    `the result is not valid at ${issue?.path.join(".") ?? "its root"}: ${issue?.message ?? "unknown"}`,
  );
}
