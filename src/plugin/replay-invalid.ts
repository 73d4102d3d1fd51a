import { InputError } from "../core/errors.ts";

/** What a schema says of the first thing that is wrong. */
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a file is refused with that is no replay: the first thing in it that none has. */
export function replayInvalid(file: string, content: unknown, issue: Issue | undefined): InputError {
  const place = issue?.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("") ?? "";
  return new InputError("REPLAY_INVALID", `this is no replay file${place === "" ? "" : `: ${place.replace(/^\./, "")} is wrong`}`, {
    file,
    value: shortJson(
      (issue?.path ?? []).reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], content),
    ),
    allowed: issue?.message.replace(/^Invalid \w+( value)?[:.] (E|e)xpected /, "") ?? "",
  });
}

/** As much of a value as a message can show. */
function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
