/** Whether the content of a file is meant to be a replay of a run. */
export function isCrashReplay(content: unknown): content is object {
  return typeof content === "object" && content !== null && "crashReplay" in content;
}
