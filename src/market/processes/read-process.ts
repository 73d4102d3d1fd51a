import type { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { blockBootstrap } from "./block-bootstrap.ts";
import { gbm } from "./gbm.ts";
import { hawkes } from "./hawkes.ts";
import { heston } from "./heston.ts";
import { kou } from "./kou.ts";
import { merton } from "./merton.ts";
import type { PriceProcess } from "./price-process.ts";
import { processSettings } from "./process-settings.ts";

/**
 * The process that settings describe; untrusted input stops here.
 *
 * @throws InputError for an unknown kind or field, a value of the wrong type or out of range; its fact `column` is the field as `process.volatilityPerDay`
 */
export function readProcess(input: unknown): PriceProcess {
  const read = processSettings.safeParse(input);
  if (!read.success) throw inputError(read.error.issues[0], input);
  const settings = read.data;
  switch (settings.kind) {
    case "gbm":
      return gbm(settings);
    case "merton":
      return merton(settings);
    case "kou":
      return kou(settings);
    case "hawkes":
      return hawkes(settings);
    case "heston":
      return heston(settings);
    case "block-bootstrap":
      return blockBootstrap(settings);
  }
}

function inputError(issue: z.core.$ZodIssue | undefined, input: unknown): InputError {
  const path = issue?.path ?? [];
  const key = ["process", ...path].join(".");
  const found: unknown = path.reduce<unknown>((value, name) => (value as Record<PropertyKey, unknown> | null | undefined)?.[name], input);
  const facts = {
    column: key,
    value: typeof found === "number" ? String(found) : typeof found === "string" ? found : (JSON.stringify(found) ?? "nothing"),
  };
  switch (issue?.code) {
    case "unrecognized_keys":
      return new InputError("SETTING_UNKNOWN", `the process has no setting ${issue.keys[0]}`, { column: `${key}.${issue.keys[0]}` });
    case "invalid_union":
      return new InputError("SETTING_INVALID", "there is no such process", { ...facts, allowed: kinds().join(", ") });
    case "too_small":
      return new InputError("SETTING_OUT_OF_RANGE", `the setting ${key} is out of range`, {
        ...facts,
        allowed: `${issue.origin === "array" ? "a length " : ""}${issue.inclusive ? "at least" : "above"} ${issue.minimum}`,
      });
    case "too_big":
      return new InputError("SETTING_OUT_OF_RANGE", `the setting ${key} is out of range`, {
        ...facts,
        allowed: `${issue.origin === "array" ? "a length " : ""}${issue.inclusive ? "at most" : "below"} ${issue.maximum}`,
      });
    default:
      return new InputError("SETTING_INVALID", `the setting ${key} has a value that it cannot have`, {
        ...facts,
        allowed: issue?.message ?? "",
      });
  }
}

function kinds(): string[] {
  return processSettings.options.map((each) => each.shape.kind.value);
}
