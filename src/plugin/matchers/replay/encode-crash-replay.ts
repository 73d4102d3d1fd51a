import type { CrashReplay } from "./crash-replay.ts";

/** A replay as its file says it: one key a line, and one setting. */
export function encodeCrashReplay(replay: CrashReplay): string {
  const lines = Object.entries(replay).map(([key, value]) => {
    if (key !== "settings") return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const settings = Object.entries(replay.settings).map(([name, each]) => `    ${JSON.stringify(name)}: ${JSON.stringify(each)}`);
    return `  "settings": {\n${settings.join(",\n")}\n  }`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}
