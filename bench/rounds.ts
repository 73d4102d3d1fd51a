import type { Measurement } from "./measurement.ts";
import type { Memory } from "./memory.ts";
import { runSide } from "./run-side.ts";

/** What one round measured, side by side; `anvil` is the reason when it was left out. */
export interface Round {
  readonly engine: Measurement;
  readonly bare: Measurement;
  readonly bones: Measurement;
  readonly command: Measurement;
  readonly anvil: Measurement | string;
}

/** Bytes that a run added between its first block and its last, in the engine and in the bare loop. */
export interface Weights {
  readonly engine: Memory;
  readonly bare: Memory;
}

/**
 * Runs all sides once, one after the other; odd rounds in the opposite order, so that a machine that slows down favours none.
 *
 * @param withAnvil anvil is slower than all others together, so one round has it
 */
export async function timeRound(folder: string, core: number | null, odd: boolean, withAnvil: boolean): Promise<Round> {
  const found: Record<string, Measurement> = {};
  let anvil: Measurement | string = "left out of this round";
  const order = ["bare", "engine", "anvil", "command", "bones"];
  for (const side of odd ? order.reverse() : order) {
    if (side !== "anvil") found[side] = await runSide<Measurement>(side, folder, core);
    else if (withAnvil) anvil = await runSide<Measurement>(side, folder, core).catch((error: unknown) => String(error));
  }
  const { engine, bare, bones, command } = found as Record<"engine" | "bare" | "bones" | "command", Measurement>;
  return { engine, bare, bones, command, anvil };
}

/** Weighs engine and bare loop once. */
export async function weighRound(folder: string, core: number | null): Promise<Weights> {
  const grown = async (side: string): Promise<Memory> => {
    const [first, last] = await runSide<readonly [Memory, Memory]>(side, folder, core);
    return { heap: last.heap - first.heap, native: last.native - first.native };
  };
  return { engine: await grown("weigh-engine"), bare: await grown("weigh-bare") };
}
