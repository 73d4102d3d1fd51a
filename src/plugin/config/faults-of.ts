import type { HardhatUserConfigValidationError } from "hardhat/types/hooks";
import type { z } from "zod";
import { nearestName } from "../../scenarios/nearest-name.ts";

/**
 * What is wrong with a part of the configuration, as Hardhat shows it: one message for each fault.
 *
 * @param path of the part, such as `["crash"]`
 */
export function faultsOf(
  schema: z.ZodObject,
  value: unknown,
  path: HardhatUserConfigValidationError["path"],
): HardhatUserConfigValidationError[] {
  const keys = Object.keys(schema.shape);
  return (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => {
    const place = [...path, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
    if (issue.code !== "unrecognized_keys") return [{ path: place, message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...place, key],
      message: `There is no such key; did you mean ${nearestName(key, keys)}? Expected ${keys.join(", ")}`,
    }));
  });
}
