import { InputError } from "../core/errors.ts";

/** @throws InputError `REPLAY_NOT_JSON` for text that is no JSON */
export function parseReplayJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InputError("REPLAY_NOT_JSON", `this is no JSON: ${error instanceof Error ? error.message : String(error)}`, { file });
  }
}
