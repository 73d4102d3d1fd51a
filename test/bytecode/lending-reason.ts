import type { Contract } from "./local-chain.ts";

/** Why a call was refused: a string as it is, an error of ours by its name, and a panic undecoded. */
export function reasonOf(error: unknown, contracts: readonly Contract[]): string {
  const data = revertData(error);
  if (data === undefined) throw error;
  for (const { abi } of contracts) {
    const parsed = abi.parseError(data);
    if (parsed?.name === "Error") return parsed.args[0] as string;
    if (parsed?.name === "Panic") return data;
    if (parsed !== null) return parsed.name;
  }
  throw error;
}

/** The provider hands the revert's data over at the error itself or inside an object. */
function revertData(error: unknown): string | undefined {
  const data = (error as { data?: unknown }).data;
  if (typeof data === "string") return data;
  const inner = (data as { data?: unknown } | undefined)?.data;
  return typeof inner === "string" ? inner : undefined;
}
