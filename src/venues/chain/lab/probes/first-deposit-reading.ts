import type { FirstDepositReading } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { partOf } from "./part-of.ts";
import { nothingToMeasure } from "./refused.ts";

/** Smallest units of both tokens with which somebody may try to be first. */
const FIRST = [1n, 1_001n, 10_000n, 1_000_000n] as const;
/** Over the victim's deposit: just above what leaves the victim 3, 2 and 1 shares where a single one is out, and what an attacker with more than that may add. */
const DONATIONS = [0.2501, 0.3334, 0.5001, 1.0001, 2] as const;

interface Bundle {
  readonly base: bigint;
  readonly quote: bigint;
}

/**
 * What a depositor loses to somebody who deposits dust first and gives the pool a donation, so that a share is dear and what the victim gets is rounded down: mallory is first with the fewest units that the
 * pair takes, donates up to twice the victim's deposit, bob deposits, and both withdraw. With one share out the victim of a donation of half its deposit loses a quarter; a thousand shares that are locked for ever
 * (whitepaper section 3.4) leave at most 1/500.
 *
 * @param lab an empty one
 * @param victim what bob deposits, in smallest units
 * @throws InputError `PROBE_NOTHING` where nobody can be first with dust
 */
export async function firstDepositReading(lab: PoolLab, victim: Bundle): Promise<FirstDepositReading> {
  for (const first of FIRST) {
    if (!(await isFirst(lab, first))) continue;
    const tried = [];
    for (const donation of DONATIONS) tried.push({ donation, ...(await lab.tentatively(() => inflate(lab, first, donation, victim))) });
    return { first: Number(first), tried, victimLoss: tried.reduce((most, each) => Math.max(most, each.victimLoss), 0) };
  }
  throw nothingToMeasure(`nobody can be first with ${FIRST.at(-1)} smallest units of both tokens`);
}

/** Whether a first deposit of so little is taken; it is then left in the pool. */
async function isFirst(lab: PoolLab, first: bigint): Promise<boolean> {
  const attempt = async (): Promise<boolean> => {
    await lab.block([lab.sendCall("mallory", "base", "pair", first), lab.sendCall("mallory", "quote", "pair", first)]);
    return (await lab.do(lab.pairCall("mallory", "mint(address)", [lab.address("mallory")]))).success;
  };
  return (await lab.tentatively(attempt)) && attempt();
}

async function inflate(
  lab: PoolLab,
  first: bigint,
  donation: number,
  victim: Bundle,
): Promise<{ victimLoss: number; attackerGain: number }> {
  const given = { base: partOf(victim.base, donation), quote: partOf(victim.quote, donation) };
  await lab.block([
    lab.sendCall("mallory", "base", "pair", given.base),
    lab.sendCall("mallory", "quote", "pair", given.quote),
    lab.pairCall("mallory", "sync()", []),
  ]);
  const deposit = await lab.do(lab.addCall("bob", victim.base, victim.quote));
  const bob = await withdrawn(lab, "bob", deposit.gained.liquidity);
  const mallory = await withdrawn(lab, "mallory", await lab.balance("mallory", "liquidity"));
  return {
    // What bob did not pay in is still bob's.
    victimLoss: -worthOf({ base: deposit.gained.base + bob.base, quote: deposit.gained.quote + bob.quote }, victim),
    attackerGain: worthOf({ base: mallory.base - given.base - first, quote: mallory.quote - given.quote - first }, victim),
  };
}

async function withdrawn(lab: PoolLab, who: "bob" | "mallory", liquidity: bigint): Promise<Bundle> {
  if (liquidity === 0n) return { base: 0n, quote: 0n };
  const { success, gained } = await lab.do(lab.removeCall(who, liquidity));
  return success ? gained : { base: 0n, quote: 0n };
}

/** Over the victim's deposit, half of which is base. */
function worthOf({ base, quote }: Bundle, victim: Bundle): number {
  return (Number(base) / Number(victim.base) + Number(quote) / Number(victim.quote)) / 2;
}
