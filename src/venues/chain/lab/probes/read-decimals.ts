import { selector } from "../../selectors.ts";
import type { PoolLab } from "../pool-lab.ts";

/** Decimals of both tokens, as they say themselves; 18 where one says nothing. */
export async function readDecimals(lab: PoolLab): Promise<{ readonly base: number; readonly quote: number }> {
  const of = async (token: string): Promise<number> => {
    const answer = await lab.read(token, selector("decimals()"));
    return answer === null || answer.length < 66 ? 18 : Number(BigInt(answer.slice(0, 66)));
  };
  return { base: await of(lab.places.base), quote: await of(lab.places.quote) };
}
