import { failureText } from "../failure-text.ts";
import { numberTexts } from "../number-texts.ts";
import type { CrashReplay } from "./crash-replay.ts";
import { packageVersion } from "./package-version.ts";
import type { ReplayedRun } from "./run-crash-replay.ts";

/** What a replay of a run came to, for the terminal: whether it still fails and by how much, and whether that is what the file says. */
export function describeCrashReplay(replay: CrashReplay, { claim, subject, judgement, fails }: ReplayedRun): string {
  const { value, run, broken } = judgement;
  const { value: found, limit } = numberTexts(claim.unit, value, claim.limit);
  const what = broken === null ? claim.words.found(found, run) : broken.message;
  const said = numberTexts(claim.unit, replay.measured, value);
  const before = replay.measured === value ? [] : [`When the file was written, it was ${said.value}; now it is ${said.limit}.`];
  const now = packageVersion();
  const version = replay.version === now ? [] : [`The file was written by version ${replay.version}; this is ${now}.`];
  const wanted = `${replay.negated ? "not " : ""}to ${claim.words.wanted(limit)}`;
  const answer = fails
    ? `It still fails: ${failureText(claim, subject, judgement, replay.negated)}.`
    : `It does not fail any more: ${claim.words.who(subject.pool)} on ${subject.scenario} (seed ${subject.seed}) was expected ${wanted}, and ${what}.`;
  return `${[answer, ...before, ...version].join("\n")}\n`;
}
