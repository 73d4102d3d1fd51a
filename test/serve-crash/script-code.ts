/** A call that a contract makes. */
export interface ScriptCall {
  readonly to: string;
  readonly data?: string;
  readonly value?: bigint;
  /** Whether all goes on when it fails. */
  readonly mayFail?: boolean;
}

/** An event that a contract logs, with as many topics as it likes. */
export interface ScriptLog {
  readonly topics: readonly string[];
  readonly data: string;
}

/** What a contract's code does at its end. */
export type Ending = { readonly selfDestruct: string } | { readonly deploy: string } | "stop" | "revert";

/**
 * Bytecode that makes these calls and logs one after the other, reverts when one of the calls fails that may not, and ends so. As init code it acts while it is
 * created; as deployed code whenever it is called.
 */
export function scriptCode(steps: readonly (ScriptCall | ScriptLog)[], ending: Ending = "stop"): string {
  const data = [
    ...steps.map((step) => bytes(step.data ?? "0x")),
    typeof ending === "object" && "deploy" in ending ? bytes(ending.deploy) : "",
  ];
  const write = (place: (i: number) => number, fail: number): string =>
    steps
      .map((step, i) => {
        const length = (data[i] ?? "").length / 2;
        const copy = `61${hex(length, 2)}61${hex(place(i), 2)}600039`;
        if ("topics" in step) {
          const topics = [...step.topics].reverse().map((topic) => `7f${bytes(topic)}`);
          return `${copy}${topics.join("")}61${hex(length, 2)}6000a${step.topics.length}`;
        }
        const call = `6000600061${hex(length, 2)}60006f${hex(step.value ?? 0n, 16)}73${bytes(step.to)}5af1`;
        return `${copy}${call}${step.mayFail === true ? "50" : `1561${hex(fail, 2)}57`}`;
      })
      .join("") + endOf(ending, (data.at(-1) ?? "").length / 2, place(steps.length));
  const length = write(() => 0, 0).length / 2;
  const body = length + 5;
  const place = (i: number): number => body + data.slice(0, i).join("").length / 2;
  return `0x${write(place, length)}5b600080fd${data.join("")}`;
}

function endOf(ending: Ending, length: number, place: number): string {
  if (ending === "stop") return "00";
  if (ending === "revert") return "600080fd";
  if ("selfDestruct" in ending) return `73${bytes(ending.selfDestruct)}ff`;
  return `61${hex(length, 2)}61${hex(place, 2)}60003961${hex(length, 2)}6000f3`;
}

function bytes(text: string): string {
  return text.replace(/^0x/, "");
}

function hex(value: number | bigint, size: number): string {
  return value.toString(16).padStart(2 * size, "0");
}
