import type { PoolLab } from "../pool-lab.ts";
import { refused } from "./refused.ts";

/** What a sandwich around a victim who sells base came to, in smallest units. */
export interface SandwichAttempt {
  /** What mallory has more of base than before; below 0 where it cost. */
  readonly profit: bigint;
  /** What the victim got; null where its minimum made it fail. */
  readonly victimOut: bigint | null;
}

/**
 * Front-run, victim and back-run in one block, done and taken back; the back-run sells all that the front-run bought.
 *
 * @param frontIn base that mallory sells first
 * @param victimIn base that bob sells
 * @param minOut the least that bob takes
 * @throws InputError `POOL_REFUSES` where a swap of mallory's is refused
 */
export async function sandwichAttempt(lab: PoolLab, frontIn: bigint, victimIn: bigint, minOut: bigint): Promise<SandwichAttempt> {
  const frontOut = await lab.tentatively(async () => {
    const { success, reason, gained } = await lab.do(lab.swapCall("mallory", "sell", frontIn));
    if (!success) throw refused("a front-run", reason);
    return gained.quote;
  });
  return lab.tentatively(async () => {
    const before = await lab.balance("mallory", "base");
    const [front, victim, back] = await lab.block([
      lab.swapCall("mallory", "sell", frontIn),
      lab.swapCall("bob", "sell", victimIn, minOut),
      lab.swapCall("mallory", "buy", frontOut),
    ]);
    for (const own of [front, back]) if (own?.success !== true) throw refused("a swap of a sandwich", own?.reason);
    return {
      profit: (await lab.balance("mallory", "base")) - before,
      victimOut: victim?.success === true ? victim.gained.quote : null,
    };
  });
}
